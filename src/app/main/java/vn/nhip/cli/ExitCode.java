package vn.nhip.cli;

/** What a script sees; documented in the README. */
final class ExitCode {

    static final int DONE = 0;
    /** Something could not be done; the message says what. Other work was finished. */
    static final int FAILED = 1;
    /** The command was written wrongly. */
    static final int USAGE = 2;
    /** A setting, a mapping or another file that the user writes is wrong. */
    static final int CONFIGURATION = 3;

    private ExitCode() {}
}
