package fr.heliotoit.cli;

/** What the command line answers to scripts. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, but some features were refused. */
    static final int REFUSED = 1;
    /** Nothing done; one sentence on stderr says why. */
    static final int FAILED = 2;

    static final int CANCELLED = 3;

    private ExitCode() {}
}
