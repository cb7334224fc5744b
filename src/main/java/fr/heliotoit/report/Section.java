package fr.heliotoit.report;

/** A part of the report. */
@FunctionalInterface
interface Section {
    /** Writes the part; writes nothing when it has nothing to say. */
    void write(ReportInput input, Page page);
}
