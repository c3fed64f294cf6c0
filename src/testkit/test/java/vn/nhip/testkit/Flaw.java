package vn.nhip.testkit;

/** The ways in which the shelf connector can be broken, and the rule that must catch each. */
enum Flaw {
    NONE("", ""),
    NOT_OFFERED("Spec", "exactlyThisFactoryIsOffered"),
    OTHER_FOLDER("Spec", "theIdIsTheFoldersName"),
    SECRET_AS_TEXT("Spec", "whatSoundsSecretIsASecret"),
    ANOTHER_SPEC_EACH_TIME("Spec", "itSaysTheSameTwice"),
    OTHER_DEFAULT("Defaults", "theDefaultsAreExactlyThese"),
    BUG_ON_BAD_SETTING("GivenSettings", "readingSaysWhatHappened"),
    BAD_SETTING_AS_OUTAGE("GivenSettings", "theCheckSaysSoToo"),
    CHECKS_TWICE("Check", "aGoodAccountPassesWithOneRequest"),
    CALLS_WHILE_OPENING("Check", "aGoodAccountPassesWithOneRequest"),
    REFUSAL_AS_OUTAGE("Check", "theCheckSaysSoToo"),
    OTHER_KIND("Declared", "everyStreamGivesFactsOfItsDeclaredKinds"),
    KEY_TWICE("Declared", "keysAreUniqueWithinASlice"),
    WIDER_SLICE("Declared", "slicesAreNamedOnceAndLieInTheAskedDays"),
    DAY_OUTSIDE("Declared", "reportedDaysLieInTheirSlice"),
    RECORD_DROPPED("Declared", "everyRecordReadIsAccountedFor"),
    NO_PLACE("Declared", "everyFactAndRejectionSaysWhereItStood"),
    REMAINDER_HIDDEN("Totals", "trafficPartsMakeTheTotal"),
    REMEMBERS("Resume", "anotherConnectorReadsTheRestFromAnyCursor"),
    DIFFERS_WHEN_REPEATED("Repeatable", "theSameRequestGivesTheSamePage"),
    EMPTY_IS_AN_ERROR("EmptyAccount", "nothingIsReadInFewPagesWithoutAnError"),
    UNKNOWN_STREAM_IS_EMPTY("UnknownStream", "itsSlicesAreRefused"),
    SLEEPS("Throttled", "readingSaysWhatHappened"),
    FORGETS_THE_WAIT("Throttled", "readingSaysWhatHappened"),
    OUTAGE_AS_CHANGE("Unavailable", "readingSaysWhatHappened"),
    MISSING_IS_ZERO("ChangedUpstream", "readingSaysWhatHappened"),
    FIELD_NOT_NAMED("ChangedUpstream", "readingSaysWhatHappened"),
    SECRET_IN_MESSAGE("Secrets", "noFailureShowsASecret"),
    SECRET_IN_URL("Secrets", "aWholeReadingShowsNoSecret"),
    SECRET_IN_LOG("Secrets", "aWholeReadingShowsNoSecret"),
    SECRET_IN_TO_STRING("Secrets", "aWholeReadingShowsNoSecret"),
    THREAD_LEFT("Manners", "noThreadIsLeftAfterClose"),
    FILE_LEFT_OPEN("Manners", "noFileIsLeftOpenAfterClose"),
    CLOSES_ONCE("Manners", "closingTwiceIsFine"),
    ANONYMOUS("Manners", "requestsSayWhoAsksAndOnlyDeclaredHostsAreCalled"),
    NO_HOST_DECLARED("Manners", "requestsSayWhoAsksAndOnlyDeclaredHostsAreCalled"),
    PAGE_TOO_LARGE("Manners", "pagesAreNoLargerThanTheSourceAllows"),
    LOSES_THE_REPEATED_HOUR("Days", "everyFactStandsOnItsOwnDay"),
    README_OUTDATED("Readme", "itsStreamsTableIsTheDeclaredOne");

    private final String rule;
    private final String claim;

    Flaw(String rule, String claim) {
        this.rule = rule;
        this.claim = claim;
    }

    String rule() {
        return rule;
    }

    String claim() {
        return claim;
    }
}
