package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** Rules 10 to 12, and the failing half of 3 and 4: what the source does is said with the right kind, at once. */
abstract class FaultRules extends Rules {

    /** A connector that waits or tries again inside takes longer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Kind kind;

    FaultRules(ConnectorContract contract, Kind kind) {
        super(contract);
        this.kind = kind;
    }

    private List<FaultCase> cases() {
        return contract.faults().stream().filter(fault -> fault.kind() == kind).toList();
    }

    @Test
    final void enoughFaultsAreDeclaredToProveIt() {
        assertThat(cases())
                .as("fault cases of kind %s", kind)
                .hasSizeGreaterThanOrEqualTo(contract.fewest(kind))
                .extracting(FaultCase::name)
                .doesNotHaveDuplicates();
    }

    @TestFactory
    final Stream<DynamicTest> readingSaysWhatHappened() {
        return cases().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name() + " → " + kind, () -> {
                    Optional<Failing.Failure> failure = warm(fault, failing().reading(fault));
                    assertThat(failure)
                            .as("failure of reading with: %s", fault.name())
                            .isPresent();
                    failure.ifPresent(seen -> isAsDeclared(fault, seen));
                }));
    }

    /** A check need not notice what only reading shows; whoever must act next is told by the check. */
    @TestFactory
    final Stream<DynamicTest> theCheckSaysSoToo() {
        return cases().stream()
                .filter(fault -> fault.strike().isEmpty())
                .map(fault -> DynamicTest.dynamicTest(fault.name() + " → " + kind, () -> {
                    Optional<Failing.Failure> failure = failing().checking(fault);
                    if (kind == Kind.ACCESS || kind == Kind.SETTINGS) {
                        assertThat(failure)
                                .as("failure of check with: %s", fault.name())
                                .isPresent();
                    }
                    failure.ifPresent(seen -> isAsDeclared(fault, seen));
                }));
    }

    /** The first call of all also loads classes: one that took long is let happen again. */
    private Optional<Failing.Failure> warm(FaultCase fault, Optional<Failing.Failure> first) throws Exception {
        return first.isPresent() && first.get().took().compareTo(AT_ONCE) >= 0
                ? failing().reading(fault)
                : first;
    }

    private Failing failing() {
        return new Failing(contract);
    }

    private void isAsDeclared(FaultCase fault, Failing.Failure failure) {
        assertThat(failure.thrown()).as(fault.name()).isInstanceOf(ConnectorException.class);
        ConnectorException thrown = (ConnectorException) failure.thrown();
        assertThat(thrown.kind())
                .as("%s: %s", fault.name(), thrown.getMessage())
                .isEqualTo(kind);
        assertThat(thrown.getMessage())
                .as("message of: %s", fault.name())
                .isNotBlank()
                .contains(fault.naming())
                .doesNotContainPattern("\\b(java|javax|com|org|vn)\\.[a-z]+\\.|Exception\\b");
        assertThat(failure.took())
                .as("time until %s was said", kind)
                .isLessThan(kind == Kind.THROTTLED ? AT_ONCE : PATIENCE);
        fault.asked().ifPresent(wait -> assertThat(thrown.retryAfter()).contains(wait));
    }
}
