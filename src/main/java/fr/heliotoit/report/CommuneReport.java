package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.task.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The report of a commune: sections in a row, made into a tagged PDF. */
public final class CommuneReport {
    private static final List<Section> SECTIONS = List.of(
            new CoverSection(),
            new EssentialsSection(),
            new ClassesSection(),
            new MapSection(),
            new DistributionSection(),
            new MonthsSection(),
            new MunicipalSection(),
            new RankingSection(),
            new EconomicsSection(),
            new ObligationsSection(),
            new HeritageSection(),
            new InstalledSection(),
            new SheetsSection(),
            new EvolutionSection(),
            new UnknownSection(),
            new MethodSection(),
            new GlossarySection());

    private CommuneReport() {}

    /**
     * Writes the report in the current language.
     *
     * @throws java.util.concurrent.CancellationException when the user asked to stop; the stream is not complete then
     */
    public static void write(ReportInput given, OutputStream out, Progress progress) throws IOException {
        List<BuildingRecord> withheld = given.withheld();
        ReportInput input = given.described();
        Page page = new Page();
        for (int i = 0; i < SECTIONS.size(); i++) {
            progress.check();
            progress.at("report.stage", i, SECTIONS.size() + 1L);
            SECTIONS.get(i).write(input, page);
            if (SECTIONS.get(i) instanceof EssentialsSection && !withheld.isEmpty()) {
                page.paragraph("note", Words.counted("report.withheld", withheld.size(), Groups.LEAST));
            }
        }
        progress.check();
        progress.at("report.stage", SECTIONS.size(), SECTIONS.size() + 1L);
        PdfWriter.write(paper(input).source(page), input.date(), out);
        progress.at("report.stage", SECTIONS.size() + 1L, SECTIONS.size() + 1L);
    }

    private static Paper paper(ReportInput input) {
        String commune = Words.cut(input.info().commune().name(), 120);
        return new Paper(
                Words.text("report.cover.title", commune),
                Words.about("report.description", commune),
                Words.text("report.foot", input.version()).stripTrailing(),
                input.info().synthetic(),
                input.options().brand(),
                Paper.A4);
    }
}
