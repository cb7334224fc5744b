package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says about the vintage before. */
class EvolutionTest {
    private static final Path DEMO = Path.of("data", "demo");

    @TempDir
    private Path folder;

    @Test
    void anImportThatWasUndoneIsNoVintageToCompareWith() throws Exception {
        try (ProjectFile project = project()) {
            load(project, "batiments-2024.gpkg", "2024-06");
            load(project, "batiments-2026.gpkg", "2025-01");
            project.undo(2);
            load(project, "batiments-2026.gpkg", "2026-03");
            assertThat(text(project, Perimeter.ALL)).contains("Entre juin 2024 et mars 2026");
        }
    }

    @Test
    void theDifferenceThatAFewPrivateRoofsMakeIsNotPrinted() throws Exception {
        try (ProjectFile project = project()) {
            load(project, "batiments-2024.gpkg", "2024-06");
            load(project, "batiments-2026.gpkg", "2026-03");
            String few = text(project, new Perimeter("id IN ('SSA0012', 'SSA0030', 'SSA0031', 'SSA0016')", null));
            assertThat(few).contains("La comparaison ne porte que sur les bâtiments publics");
            assertThat(few).contains("Bâtiments 1 1");
            assertThat(text(project, Perimeter.ALL))
                    .doesNotContain("La comparaison ne porte que sur les bâtiments publics");
        }
    }

    private ProjectFile project() throws Failure {
        return ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("62999", "Saint-Soleil", null, null), Crs.LAMBERT_93, true));
    }

    private static void load(ProjectFile project, String file, String vintage) throws Failure {
        ImportBatch.run(
                project, List.of(DEMO.resolve(file)), new ImportOptions(null, vintage, null, false), Progress.NONE);
        ComputePotential.run(
                project,
                new ComputeInputs(null, null, DEMO.resolve("irradiation.tif"), null, ComputeInputs.DEFAULT_ALBEDO),
                DataPacks.load(LocalDate.now()),
                Progress.NONE);
    }

    private static Conventions conventions() throws Failure {
        return Installation.conventions();
    }

    private String text(ProjectFile project, Perimeter perimeter) throws Exception {
        Path pdf = folder.resolve("r.pdf");
        PublishReport.run(
                project,
                conventions(),
                pdf,
                new ReportRequest(perimeter, 0, Identity.NONE, false),
                LocalDate.of(2026, 11, 23),
                Progress.NONE);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }
    }
}
