package vn.nhip.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.export.Report;

/** The KPIs of a workspace as JSON: what they are, and who owns them. */
public final class CatalogueJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogueJson() {}

    /** An array, in the order of the catalogue. */
    public static String render(List<Report.KpiLine> lines) {
        ArrayNode list = JSON.createArrayNode();
        lines.forEach(line -> fill(list.addObject(), line));
        return list.toString();
    }

    private static void fill(ObjectNode node, Report.KpiLine line) {
        Kpi kpi = line.kpi();
        node.put("id", kpi.id());
        node.put("version", kpi.version());
        texts(node.putObject("name"), kpi.name());
        texts(node.putObject("definition"), kpi.definition());
        node.put("cadence", kpi.cadence().id());
        ArrayNode grains = node.putArray("grains");
        kpi.grains().forEach(grain -> grains.add(grain.id()));
        node.put("unit", kpi.unit().name().toLowerCase(Locale.ROOT));
        node.put("good", kpi.good().name().toLowerCase(Locale.ROOT));
        node.put("variant-of", kpi.variantOf().orElse(null));
        node.put("owner", line.choice().owner().orElse(null));
        node.put("department", line.choice().department().orElse(null));
        node.put("target", line.choice().target().map(BigDecimal::toPlainString).orElse(null));
        node.put("shown", line.listed());
    }

    private static void texts(ObjectNode node, Texts texts) {
        node.put("vi", texts.vi());
        node.put("en", texts.en());
    }
}
