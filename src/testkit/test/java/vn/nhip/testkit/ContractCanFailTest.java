package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every flaw is caught by the rule that is meant to catch it, and by no other. */
@Tag("release")
class ContractCanFailTest {

    @AfterEach
    void mend() {
        BrokenShelf.flaw = Flaw.NONE;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFlawIsCaughtByItsRuleAlone(Flaw flaw) {
        BrokenShelf.flaw = flaw;
        Broken broken = run();
        assertThat(broken.rules)
                .as("rules that %s breaks: %s", flaw, broken.claims)
                .containsExactly(flaw.rule());
        assertThat(broken.claims).contains(flaw.claim());
    }

    @Test
    void theUnbrokenOneBreaksNothingAndIsReallyTested() {
        Broken broken = run();
        assertThat(broken.claims).isEmpty();
        assertThat(broken.passed).isGreaterThan(50);
    }

    @Test
    void everyRuleHasAFlawThatItCatches() {
        Set<String> rules = new TreeSet<>();
        Arrays.stream(ConnectorContract.class.getDeclaredClasses())
                .filter(rule -> rule.isAnnotationPresent(Nested.class))
                .forEach(rule -> rules.add(rule.getSimpleName()));
        assertThat(Arrays.stream(Flaw.values())
                        .filter(flaw -> flaw != Flaw.NONE)
                        .map(Flaw::rule))
                .containsAll(rules);
    }

    private static Broken run() {
        Broken broken = new Broken();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(BrokenShelf.class))
                                .configurationParameter(LauncherConstants.CAPTURE_STDOUT_PROPERTY_NAME, "false")
                                .build(),
                        broken);
        return broken;
    }

    /** What failed, by the nested class that is the rule and the method that is the claim. */
    private static final class Broken implements TestExecutionListener {
        private final Set<String> rules = new TreeSet<>();
        private final Set<String> claims = new TreeSet<>();
        private int passed;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed += test.isTest() ? 1 : 0;
                return;
            }
            for (UniqueId.Segment segment : test.getUniqueIdObject().getSegments()) {
                switch (segment.getType()) {
                    case "nested-class" -> rules.add(segment.getValue());
                    case "method", "test-factory" ->
                        claims.add(segment.getValue().replaceAll("\\(.*", ""));
                    default -> {}
                }
            }
        }
    }
}
