package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract can fail: for every rule there is a store that breaks it, and the rule notices. */
class BrokenStoreTest {

    @TempDir
    Path folder;

    /** A rule, and how the store is broken: its statements are changed, or its tables are tampered with by a trigger. */
    record Break(String rule, Optional<BrokenSql> sql, String tampering) {

        static Break sql(String rule, BrokenSql sql) {
            return new Break(rule, Optional.of(sql), "");
        }

        static Break sql(String rule, String regex, String replacement) {
            return sql(rule, BrokenSql.replacing(regex, replacement));
        }

        static Break tables(String rule, String tampering) {
            return new Break(rule, Optional.empty(), tampering);
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                        breaksOfFacts(),
                        breaksOfKeys(),
                        breaksOfLimits(),
                        breaksOfMarks(),
                        breaksOfReading(),
                        breaksOfInbox())
                .flatMap(part -> part);
    }

    private static Stream<Break> breaksOfFacts() {
        String contentForgotten = "SELECT key, origin, version, hash,";
        String versionForgotten = "SELECT key, origin, -1, hash,";
        return Stream.of(
                Break.tables("migrationsRunFromEmpty", "ALTER TABLE fact_lead DROP COLUMN lead_origin"),
                Break.sql("theSameFactsAgainChangeNothing", contentForgotten, "SELECT key, origin, version, 0,"),
                Break.sql(
                        "anOlderVersionNeverOverwritesANewerOne",
                        BrokenSql.replacing("WHERE excluded\\.version >= \\w+\\.version", "")
                                .and(contentForgotten, versionForgotten)),
                Break.sql(
                        "ofTwoFilesTheNewerVersionCountsAndTheOtherTakesOverWhenItGoes",
                        contentForgotten,
                        versionForgotten),
                Break.tables(
                        "stagedFactsAreInvisibleUntilTheSwap",
                        "CREATE TRIGGER leak AFTER INSERT ON staged_page BEGIN INSERT OR IGNORE INTO fact_order VALUES"
                                + " (NEW.workspace_id, 1, 'leak', 0, 0, 0, NEW.page_id, '', 1, '2026-03-01', '', 0, NULL,"
                                + " NULL, NULL, 'paid', 'shop', 'VND', 0, 0, 0, 0, '[]'); END"),
                Break.sql(
                        "aCorrectedFileReplacesItsEarlierContentExactly",
                        "AND NOT EXISTS \\(SELECT 1 FROM seen",
                        "AND 1 = 0 AND NOT EXISTS (SELECT 1 FROM seen"),
                Break.sql(
                        "aCorrectedFileReplacesItsEarlierContentExactly",
                        "DELETE FROM fact_order WHERE",
                        "DELETE FROM fact_order WHERE 1 = 0 AND"),
                Break.sql(
                        "anotherWorkspaceIsNeverTouched",
                        "DELETE FROM fact_order WHERE workspace_id = \\?",
                        "DELETE FROM fact_order WHERE 0 < ?"),
                Break.sql(
                        "aWindowReplacesItsDaysOfItsStreamOnly", "slice\\.stream_id = \\?", "slice.stream_id <> 0 - ?"),
                Break.tables(
                        "whatTheSourceSaysIsGoneGoes",
                        "CREATE TRIGGER keep BEFORE DELETE ON fact_order BEGIN SELECT RAISE(IGNORE); END"));
    }

    private static Stream<Break> breaksOfKeys() {
        String laterWins = "$1 DO UPDATE SET version = excluded.version, hash = excluded.hash, at = excluded.at,"
                + " gross = excluded.gross";
        return Stream.of(
                Break.sql(
                        "aFileThatIsGoneKeepsItsFactsUntilItIsForgotten",
                        "DELETE FROM fact_order WHERE",
                        "DELETE FROM fact_order WHERE 1 = 0 AND"),
                Break.sql(
                        "ofTwoDifferentRowsWithOneKeyTheFirstCountsAndTheOtherIsHeldBack",
                        "(INSERT INTO fact_order .*) DO NOTHING",
                        laterWins),
                Break.sql(
                        "aKeyGivenTwiceIsNoticedAcrossPagesInOtherFilesAndInCorrectedOnes",
                        "SELECT version, hash, at FROM seen",
                        "SELECT version - 1, hash, at FROM seen"),
                Break.sql(
                        "e07TheSameAmountWrittenOtherwiseChangesNothing",
                        "SELECT key, origin, version, hash,",
                        "SELECT key, origin, version, 0,"),
                Break.sql(
                        "theSameRowAgainIsCountedAndCountsOnce",
                        "SELECT version, hash, at FROM seen",
                        "SELECT version, 0, at FROM seen"),
                Break.sql(
                        "ofTwoVersionsInOneFileTheNewerCountsWhicheverComesFirst",
                        "SELECT version, hash, at FROM",
                        "SELECT 9, hash, at FROM"),
                Break.sql(
                        "anAnswerThatContradictsItselfIsRefusedAndEarlierValuesStay",
                        "SELECT version, hash, at FROM seen",
                        "SELECT version - 1, hash, at FROM seen"));
    }

    private static Stream<Break> breaksOfLimits() {
        String noneHeldBack = "0 * COALESCE(SUM(quarantined), 0)";
        return Stream.of(
                Break.sql(
                        "aFileOfWhichTooMuchIsHeldBackIsNotTakenInUntilItIsMended",
                        "COALESCE\\(SUM\\(quarantined\\), 0\\)",
                        noneHeldBack),
                Break.sql(
                        "rowsThatContradictEachOtherCountTowardsTheLimitToo",
                        "SELECT version, hash, at FROM fact_order",
                        "SELECT version - 1, hash, at FROM fact_order"),
                Break.sql("whatAnAnswerHeldBackWaitsUntilItIsReadAgainWithoutIt", "page_id NOT IN", "page_id IN"),
                Break.sql(
                        "anAnswerOfWhichTooMuchIsHeldBackStopsItsReading",
                        "COALESCE\\(SUM\\(quarantined\\), 0\\)",
                        noneHeldBack));
    }

    private static Stream<Break> breaksOfInbox() {
        return Stream.of(
                Break.sql(
                        "aDeliveryIsKeptSealedOnceAndComesBackOnTheAccountsDay",
                        "AND delivery = \\?",
                        "AND delivery = ? || '-'"),
                Break.sql("twoThatArriveAtOnceUnderOneIdAreOne", "AND delivery = \\?", "AND delivery = ? || '-'"),
                Break.sql(
                        "aDaysMarkChangesWithEveryDeliveryOfIt",
                        "COUNT\\(\\*\\) \\|\\| '/' \\|\\| MAX\\(id\\) AS mark",
                        "'same' AS mark"),
                Break.sql(
                        "whatHasExpiredIsNotOfferedAgainAndALateRepetitionIsStillKnown",
                        "UPDATE inbox SET body = NULL",
                        "UPDATE inbox SET media_type = media_type"));
    }

    private static Stream<Break> breaksOfMarks() {
        return Stream.of(
                Break.sql(
                        "dirtyMarksNameWhatChangedAndNothingElse",
                        "SELECT key, origin, version, hash,",
                        "SELECT key, origin, version, 0,"),
                Break.tables(
                        "dirtyMarksNameWhatChangedAndNothingElse",
                        "CREATE TRIGGER forget AFTER INSERT ON dirty_person BEGIN DELETE FROM dirty_person WHERE"
                                + " person_id = NEW.person_id; END"),
                Break.sql(
                        "anOrderAlsoMarksItsTwinInAnotherAccount",
                        "account_id <> \\? AND live = 1",
                        "account_id = ? AND live = 1"));
    }

    private static Stream<Break> breaksOfReading() {
        return Stream.of(
                Break.sql("factsAndCursorAreCommittedTogetherOrNotAtAll", BrokenSql.withoutTransactions()),
                Break.sql(
                        "theSameContentIsNotReadAgain",
                        "UPDATE slice SET fingerprint = \\?,",
                        "UPDATE slice SET fingerprint = substr(?, 1, 0),"),
                Break.sql(
                        "earlierContentThatComesBackIsReadAnew",
                        "(INSERT INTO page .*?COALESCE\\(MAX\\(id\\), 0\\) \\+ 1, \\?, \\?, )\\?",
                        "$1substr(?, 1, 1)"),
                Break.sql(
                        "aRunThatLostItsLeaseChangesNothing",
                        "AND owner = \\? AND fence = \\?",
                        "AND (owner = ? OR fence = ? OR 1 = 1)"),
                Break.sql(
                        "aStreamIsReadByOneRunAtATime",
                        "stream_lease\\.expires_at <",
                        "1 = 1 OR stream_lease.expires_at <"),
                Break.sql(
                        "theSamePageTwiceIsTakenOnce",
                        "ON CONFLICT \\(workspace_id, slice_id, fingerprint, seq\\) DO NOTHING",
                        ""),
                Break.sql(
                        "readingGoesOnAfterTheLastCommittedPage",
                        "state, cursor, next_seq",
                        "state, NULL AS cursor, next_seq"),
                Break.sql(
                        "anOccasionIsNoticedOnceAndOnlyWithWhatItTellsOf",
                        "ON CONFLICT \\(workspace_id, dedupe_key\\) DO NOTHING",
                        ""),
                Break.sql(
                        "quarantineIsReplacedWithItsFile",
                        "DELETE FROM quarantine WHERE",
                        "DELETE FROM quarantine WHERE 1 = 0 AND"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void theRuleNoticesABrokenStore(Break broken) {
        SqliteStoreTest contract = new SqliteStoreTest();
        contract.folder = folder;
        contract.start(broken.sql().<UnaryOperator<DataSource>>map(sql -> sql).orElse(UnaryOperator.identity()));
        if (!broken.tampering().isEmpty()) {
            contract.subject.store.write(handle -> handle.execute(broken.tampering()));
        }
        Method rule = rules().filter(method -> method.getName().equals(broken.rule()))
                .findFirst()
                .orElseThrow();
        Throwable noticed = catchThrowable(() -> rule.invoke(contract));
        contract.stop();

        assertThat(noticed).as("the rule must fail").isInstanceOf(InvocationTargetException.class);
        assertThat(broken.sql().map(BrokenSql::touched).orElse(true))
                .as("the break was reached")
                .isTrue();
    }

    @Test
    void everyRuleHasABrokenStore() {
        List<String> rules = rules().map(Method::getName).toList();
        assertThat(breaks().map(Break::rule).distinct().toList()).containsExactlyInAnyOrderElementsOf(rules);
    }

    private static Stream<Method> rules() {
        return Stream.of(StoreContract.class, InboxContract.class, KeyContract.class)
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }
}
