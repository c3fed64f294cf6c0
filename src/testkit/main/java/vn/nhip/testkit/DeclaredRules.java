package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Page;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;
import vn.nhip.spi.TrafficUsers;

/** Rule 5: what is read is what was declared and asked for, and every record is accounted for. */
abstract class DeclaredRules extends Rules {

    DeclaredRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void everyStreamGivesFactsOfItsDeclaredKinds() throws Exception {
        List<Walk.Slicing> walk = walk();
        for (StreamSpec stream : spec().streams()) {
            List<Fact> facts = walk.stream()
                    .filter(slicing -> slicing.stream().equals(stream))
                    .flatMap(slicing -> slicing.facts().stream())
                    .map(Envelope::fact)
                    .toList();
            assertThat(facts).as("facts of stream '%s'", stream.name()).isNotEmpty();
            assertThat(facts).extracting(Fact::kind).isSubsetOf(stream.facts());
        }
    }

    @Test
    final void keysAreUniqueWithinASlice() throws Exception {
        for (Walk.Slicing slicing : walk()) {
            assertThat(slicing.facts())
                    .as("keys of slice %s", slicing.slice().name())
                    .extracting(envelope ->
                            envelope.fact().kind().id() + " " + envelope.fact().key())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    final void slicesAreNamedOnceAndLieInTheAskedDays() throws Exception {
        DayRange asked = contract.days();
        for (StreamSpec stream : spec().streams()) {
            List<Slice> slices = walk().stream()
                    .filter(slicing -> slicing.stream().equals(stream))
                    .map(Walk.Slicing::slice)
                    .toList();
            assertThat(slices).extracting(Slice::name).doesNotHaveDuplicates();
            assertThat(slices).allSatisfy(slice -> slice.days()
                    .ifPresent(days -> assertThat(asked.contains(days.first()) && asked.contains(days.last()))
                            .as("slice %s within %s", slice.name(), asked)
                            .isTrue()));
        }
    }

    @Test
    final void reportedDaysLieInTheirSlice() throws Exception {
        for (Walk.Slicing slicing : walk()) {
            slicing.slice().days().ifPresent(days -> assertThat(slicing.facts())
                    .allSatisfy(envelope -> assertThat(within(days, envelope.fact()))
                            .as("%s within %s", envelope, days)
                            .isTrue()));
        }
    }

    @Test
    final void everyRecordReadIsAccountedFor() throws Exception {
        for (Walk.Slicing slicing : walk()) {
            for (Walk.Step step : slicing.steps()) {
                Page page = step.page();
                Page.Counts counts = page.counts();
                String where = page.raw().request();
                assertThat(List.of(counts.read(), counts.mapped(), counts.filtered()))
                        .as("counts of %s", where)
                        .allMatch(count -> count >= 0);
                assertThat(counts.read())
                        .as("%s: read = mapped + rejected + filtered", where)
                        .isEqualTo(counts.mapped() + page.rejected().size() + counts.filtered());
                assertThat(page.facts().stream().allMatch(Envelope::silent) || counts.mapped() > 0)
                        .as("%s: facts come from mapped records", where)
                        .isTrue();
            }
        }
    }

    @Test
    final void everyFactAndRejectionSaysWhereItStood() throws Exception {
        for (Walk.Slicing slicing : walk()) {
            assertThat(slicing.facts()).allSatisfy(envelope -> assertThat(envelope.at())
                    .as("place of %s", envelope.fact())
                    .isNotBlank());
            assertThat(slicing.steps())
                    .flatExtracting(step -> step.page().rejected())
                    .allSatisfy(rejected -> assertThat(rejected.at()).isNotBlank())
                    .allSatisfy(rejected -> assertThat(rejected.reason()).isNotBlank());
            assertThat(slicing.steps())
                    .allSatisfy(step -> assertThat(step.page().raw().request()).isNotBlank());
        }
    }

    @Test
    final void aReportStillBeingMadeGivesNoFacts() throws Exception {
        assertThat(walk()).flatExtracting(Walk.Slicing::steps).allSatisfy(step -> assertThat(
                        step.page().readyIn().isEmpty() || step.page().facts().isEmpty())
                .isTrue());
    }

    private static boolean within(DayRange days, Fact fact) {
        if (fact instanceof TrafficUsers users) {
            Grain grain = users.grain();
            return !grain.endOf(users.start()).isBefore(days.first())
                    && !users.start().isAfter(days.last());
        }
        return FactDays.reported(fact).map(days::contains).orElse(true);
    }
}
