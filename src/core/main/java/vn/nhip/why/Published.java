package vn.nhip.why;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** The published numbers that a change is taken apart by. */
public interface Published {

    Optional<KpiValue> value(String kpi, Grain grain, LocalDate start);

    /** The parts of one period by a dimension. */
    List<KpiValue> parts(String kpi, Grain grain, LocalDate start, String dimension);

    /** What each of these metrics came to in one period; one that is counted in a foreign currency is left out. */
    Map<String, BigDecimal> metrics(Collection<String> ids, Grain grain, LocalDate start);
}
