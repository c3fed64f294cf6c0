package vn.nhip.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Unit;
import vn.nhip.export.Report;
import vn.nhip.kpi.KpiValue;

/** KPI values as JSON: numbers as decimal text, undefined as null with its reason. */
public final class ValuesJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ValuesJson() {}

    /** An array of these values of the report. */
    public static String render(Report report, List<KpiValue> values) {
        Map<String, Kpi> kpis =
                report.kpis().stream().map(Report.KpiLine::kpi).collect(Collectors.toMap(Kpi::id, Function.identity()));
        ArrayNode list = JSON.createArrayNode();
        for (KpiValue value : values) {
            Kpi kpi = kpis.get(value.kpi());
            if (kpi != null) {
                fill(list.addObject(), report, kpi, value);
            }
        }
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void fill(ObjectNode node, Report report, Kpi kpi, KpiValue value) {
        node.put("kpi", value.kpi());
        node.put("version", value.version());
        node.put("grain", value.grain().id());
        node.put("start", value.start().toString());
        node.put("end", value.end().toString());
        node.put("value", plain(value.value()));
        node.put("numerator", plain(value.numerator()));
        node.put("denominator", plain(value.denominator()));
        node.put("unit", kpi.unit().name().toLowerCase(Locale.ROOT));
        node.put(
                "currency",
                kpi.unit() == Unit.MONEY ? report.business().currency().getCurrencyCode() : null);
        node.put("reason", value.reason());
        node.put("state", value.standing().state().name().toLowerCase(Locale.ROOT));
        node.put("partial", value.standing().partial());
        node.put(
                "complete-through",
                value.standing().completeThrough().map(Object::toString).orElse(null));
    }

    private static @Nullable String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
