package vn.nhip.kit.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhip.spi.ConnectorException;

/** The header of one source: where each column stands, and which are not to be found. */
final class HeaderColumns {

    private final List<String> header;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> twice = new LinkedHashSet<>();

    HeaderColumns(List<String> header) {
        this.header = header.stream().map(CellText::clean).toList();
    }

    int indexOf(String column) {
        String wanted = CellText.clean(column);
        int index = header.indexOf(wanted);
        if (index < 0) {
            missing.add(column);
        } else if (header.lastIndexOf(wanted) != index) {
            twice.add(column);
        }
        return index;
    }

    void throwMissing(String place) {
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add("the mapping names columns that are not there: " + quoted(missing));
        }
        if (!twice.isEmpty()) {
            problems.add("columns of the mapping that stand there more than once: " + quoted(twice));
        }
        if (!problems.isEmpty()) {
            throw ConnectorException.settings(String.join("; ", problems) + "; the header found is: " + quoted(header)
                    + " (mapping at " + place + ")");
        }
    }

    private static String quoted(Iterable<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("'" + name + "'"));
        return String.join(", ", quoted);
    }
}
