package vn.nhip.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.metric.Cells.Cell;
import vn.nhip.spi.FactKind;

/**
 * Counts every metric that can be added up from groups of facts, and which facts of the day there are at all.
 *
 * <p>Traffic and advertising read the source's own totals; parts beside them, and what no part explains stands as
 * {@link DayMetrics#UNALLOCATED}. A metric that asks for a campaign or channel of theirs adds the parts.
 */
final class GroupPass implements DayPass {

    private final FactKind kind;
    private final Groups groups;
    private final List<MetricRule> rules;
    private final Workspace workspace;
    private final boolean scoped;

    GroupPass(FactKind kind, Groups groups, List<MetricRule> rules, Workspace workspace) {
        this.kind = kind;
        this.groups = groups;
        this.rules = rules.stream().filter(rule -> column(kind, rule) >= 0).toList();
        this.workspace = workspace;
        this.scoped = FactTable.of(kind).scoped();
    }

    @Override
    public void day(LocalDate day, Cells cells) {
        List<Group> found = groups.of(day);
        found.forEach(group -> presence(group, cells));
        for (MetricRule rule : rules) {
            List<Group> taken = found.stream()
                    .filter(group -> group.counts() && rule.takes(group.fields()))
                    .toList();
            if (!taken.isEmpty()) {
                count(rule, taken, cells);
            }
        }
    }

    private void presence(Group group, Cells cells) {
        if (scoped && !group.isTotal()) {
            return;
        }
        String metric = DayMetrics.presence(kind);
        cells.add(metric, Cell.total(group.account(), ""), Math.multiplyExact(group.facts(), Cells.ONE));
        if (group.standing() == 2) {
            Cell duplicates = new Cell(group.account(), DayMetrics.DUPLICATE, "", "");
            cells.add(metric, duplicates, Math.multiplyExact(group.facts(), Cells.ONE));
        }
    }

    private void count(MetricRule rule, List<Group> taken, Cells cells) {
        List<Group> totals = totals(rule, taken);
        int column = column(kind, rule);
        for (Group group : totals) {
            cells.add(rule.id(), total(rule, group), group.sum(column));
            if (group.gaps(column) > 0) {
                gap(rule, group, FactTable.of(kind).columns().get(column).gap(), cells);
            }
        }
        mixed(rule, totals, cells);
        for (String dimension : rule.metric().by()) {
            List<Group> parts = !splits(rule) || dimension.equals("account") ? totals : parts(taken, dimension);
            breakDown(rule, dimension, parts, cells);
            if (rule.addsUp()) {
                remainder(rule, dimension, cells);
            }
        }
    }

    private static Cell total(MetricRule rule, Group group) {
        return Cell.total(group.account(), rule.currency(group.currency()));
    }

    private static void gap(MetricRule rule, Group group, String code, Cells cells) {
        cells.add(rule.id(), new Cell(group.account(), DayMetrics.GAP, code, ""), Cells.ONE);
    }

    /** The source gives totals and parts, and this metric can read its totals. */
    private boolean splits(MetricRule rule) {
        return kind == FactKind.METRIC_DAY
                || (scoped && rule.where().keySet().stream().allMatch("attribution"::equals));
    }

    private List<Group> totals(MetricRule rule, List<Group> taken) {
        if (kind == FactKind.METRIC_DAY) {
            List<Long> whole =
                    taken.stream().filter(Group::isTotal).map(Group::account).toList();
            return taken.stream()
                    .filter(group -> group.isTotal() || !whole.contains(group.account()))
                    .toList();
        }
        return scoped
                ? taken.stream()
                        .filter(group -> group.isTotal() == splits(rule))
                        .toList()
                : taken;
    }

    private static List<Group> parts(List<Group> taken, String dimension) {
        return taken.stream()
                .filter(group -> !group.isTotal() && group.fields().containsKey(dimension))
                .toList();
    }

    /** One number cannot answer for two attribution settings, nor for two scales. */
    private void mixed(MetricRule rule, List<Group> totals, Cells cells) {
        String field = kind == FactKind.AD_DAY ? "attribution" : "scale";
        Map<Long, String> first = new HashMap<>();
        for (Group group : totals) {
            String known = first.putIfAbsent(group.account(), group.field(field));
            if (known != null
                    && !known.equals(group.field(field))
                    && !rule.measure().id().equals("count")) {
                gap(rule, group, "mixed-" + field, cells);
            }
        }
    }

    private void breakDown(MetricRule rule, String dimension, List<Group> parts, Cells cells) {
        int column = column(kind, rule);
        Map<Cell, List<Group>> byCell = new HashMap<>();
        for (Group group : parts) {
            String value =
                    dimension.equals("account") ? workspace.accountName(group.account()) : group.field(dimension);
            Cell cell = new Cell(group.account(), dimension, value, rule.currency(group.currency()));
            byCell.computeIfAbsent(cell, any -> new ArrayList<>()).add(group);
        }
        byCell.forEach((cell, inIt) -> {
            boolean one = inIt.size() == 1 && inIt.get(0).facts() == 1;
            if (rule.addsUp() || one) {
                inIt.forEach(group -> cells.add(rule.id(), cell, group.sum(column)));
            }
        });
    }

    private static void remainder(MetricRule rule, String dimension, Cells cells) {
        Map<Cell, Long> rest = new HashMap<>();
        cells.of(rule.id()).forEach((cell, value) -> {
            Cell left = new Cell(cell.account(), dimension, DayMetrics.UNALLOCATED, cell.currency());
            if (cell.dimension().isEmpty()) {
                rest.merge(left, value, Math::addExact);
            } else if (cell.dimension().equals(dimension)) {
                rest.merge(left, -value, Math::addExact);
            }
        });
        rest.forEach((cell, value) -> {
            if (value != 0) {
                cells.add(rule.id(), cell, value);
            }
        });
    }

    private static int column(FactKind kind, MetricRule rule) {
        List<FactTable.Column> columns = FactTable.of(kind).columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).measure().equals(rule.metric().measure())) {
                return i;
            }
        }
        return -1;
    }
}
