package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LastRowsTest {

    @Property(tries = 200)
    void theLastRowOfEveryKeyIsKnown(@ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> keys) {
        LastRows lastRows = new LastRows();
        Map<Integer, Integer> expected = new HashMap<>();
        for (int row = 1; row <= keys.size(); row++) {
            lastRows.add(LastRows.hash("k" + keys.get(row - 1)), row);
            expected.put(keys.get(row - 1), row);
        }
        expected.forEach((key, row) ->
                assertThat(lastRows.last(LastRows.hash("k" + key))).isEqualTo(row));
        assertThat(lastRows.size()).isEqualTo(expected.size());
    }

    @Property(tries = 200)
    void theMostOpenRowsAreKnownBeforehand(@ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> keys) {
        LastRows lastRows = new LastRows();
        for (int row = 1; row <= keys.size(); row++) {
            lastRows.add(LastRows.hash("k" + keys.get(row - 1)), row);
        }
        Map<Integer, Integer> open = new HashMap<>();
        int rows = 0;
        int most = 0;
        for (int row = 1; row <= keys.size(); row++) {
            Integer key = keys.get(row - 1);
            open.merge(key, 1, Integer::sum);
            rows++;
            most = Math.max(most, rows);
            if (lastRows.last(LastRows.hash("k" + key)) == row) {
                rows -= open.getOrDefault(key, 0);
                open.remove(key);
            }
        }
        assertThat(lastRows.mostOpen(keys.size())).isBetween((long) most, most + 1L);
    }
}
