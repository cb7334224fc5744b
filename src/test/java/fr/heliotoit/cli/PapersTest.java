package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.render.Town;
import fr.heliotoit.report.Accessibility;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The papers by the command line: a territory, and a commune whose every word is hostile. */
class PapersTest {
    private static final List<String> HOSTILE = List.of(
            "<script>alert('x')</script>",
            "\u202Eegral",
            "École 🏫 du Soleil ☀",
            "A".repeat(10_000),
            "=1+1",
            "@SUM(A1)",
            "12\u202F345\u00A0m²",
            "]]> & \" ' {0} \\ %s",
            "مدرسة בית ספר",
            "\u0000\u0007\u001B[31m\uFFFE",
            "<img src=\"file:///etc/passwd\"/>",
            "'; DROP TABLE batiments; --",
            "../../../etc/passwd");

    @TempDir
    private Path folder;

    private static void fill(Path project, ProjectInfo info, List<BuildingRecord> records) throws Exception {
        try (ProjectFile file = ProjectFile.create(project, info)) {
            List<Building> buildings =
                    records.stream().map(BuildingRecord::building).toList();
            Map<String, Outcome> outcomes = new HashMap<>();
            records.forEach(r -> outcomes.put(r.building().id(), r.outcome()));
            Snapshot snapshot = file.commit(
                    new ImportCommit(
                            "2026-03",
                            0,
                            List.of(new Snapshot.Source("buildings", "toits.gpkg", "ab12")),
                            buildings,
                            Comparison.of(List.of(), buildings),
                            Map.of(),
                            List.of(),
                            List.of()),
                    Progress.NONE);
            file.saveOutcomes(snapshot, List.of(), List.of(), outcomes, Progress.NONE);
        }
    }

    private String words(Path pdf, int mostPages) throws Exception {
        byte[] bytes = Files.readAllBytes(pdf);
        Accessibility.check(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(mostPages);
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }
    }

    @Test
    void aCommuneOfTwoHundredHostileWordsComesOutReadableAndHarmless() throws Exception {
        List<BuildingRecord> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String hostile = HOSTILE.get(i % HOSTILE.size());
            records.add(Town.record(
                    "h" + i,
                    Town.rectangle(690_000 + 40 * (i % 20), 7_030_000 + 40 * (i / 20), 20 + i % 9, 12),
                    hostile + " " + i,
                    hostile,
                    i % 3 == 0,
                    Town.potential(900 + i, 100 + i)));
        }
        Path project = folder.resolve("h.gpkg");
        fill(
                project,
                new ProjectInfo(
                        new Commune(null, HOSTILE.getFirst() + HOSTILE.get(3), null, null), Crs.LAMBERT_93, false),
                records);
        try (ProjectFile file = ProjectFile.open(project)) {
            for (int i = 0; i < 200; i++) {
                file.saveFile(new BuildingFile(
                        "h" + i,
                        ProjectStatus.IDEA,
                        HOSTILE.get(i % HOSTILE.size()),
                        new TreeMap<>(),
                        new TreeMap<>()));
            }
        }
        record Paper(String name, List<String> more, int mostPages) {}
        for (Paper paper : List.of(
                new Paper("report", List.of(), 16),
                new Paper("list", List.of(), 16),
                new Paper("sheet", List.of("h9"), 2),
                new Paper("survey", List.of("h3"), 2))) {
            Path pdf = folder.resolve(paper.name() + ".pdf");
            List<Object> args = new ArrayList<>(List.of(paper.name(), project));
            args.addAll(paper.more());
            args.addAll(List.of("--out", pdf));
            Cli run = Cli.run(args.toArray());
            assertThat(run.code()).as(paper.name() + run.err()).isZero();
            Files.copy(
                    pdf,
                    Files.createDirectories(Path.of("target", "report")).resolve("hostile-" + paper.name() + ".pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(words(pdf, paper.mostPages()))
                    .as(paper.name())
                    .contains("<script>alert('x')</script>")
                    .doesNotContain("\u202E", "root:", "AAAAAAAAAA".repeat(30));
        }
    }

    @Test
    void aTerritoryGetsOneReportEachAndGoesOnWhereItStopped() throws Exception {
        Path projects = Files.createDirectories(folder.resolve("projets"));
        for (int i = 1; i <= 3; i++) {
            fill(
                    projects.resolve("c" + i + ".gpkg"),
                    new ProjectInfo(new Commune("6200" + i, "=Commune " + i, null, null), Crs.LAMBERT_93, false),
                    Town.records(20 * i));
        }
        Files.writeString(projects.resolve("autre.gpkg"), "no project");
        Path out = folder.resolve("rapports");
        Cli first = Cli.run("report", "--all", projects, "--out", out);
        assertThat(first.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(first.err()).contains("autre.gpkg");
        assertThat(first.out()).contains("Rapports écrits : 3 ; déjà à jour : 0 ; sans rapport : 1");
        words(out.resolve("c1.pdf"), 14);
        assertThat(words(out.resolve("classement.pdf"), 1)).contains("3 communes", "=Commune 3");
        List<String> rows = Files.readAllLines(out.resolve("classement.csv"));
        assertThat(rows.get(1)).startsWith("1;62003;'=Commune 3;60;");
        Files.delete(out.resolve("c2.pdf"));
        assertThat(Cli.run("report", "--all", projects, "--out", out).out())
                .contains("Rapports écrits : 1 ; déjà à jour : 2");
        assertThat(Files.readAllLines(out.resolve("classement.csv"))).isEqualTo(rows);
        assertThat(Cli.run("report", "--all", projects, "--out", out, "--sheets", "1")
                        .out())
                .contains("Rapports écrits : 3 ; déjà à jour : 0");
        System.setProperty("heliotoit.packs", folder.resolve("packs").toString());
        try {
            Path pack = Files.copy(Path.of("data/packs/notation-2026.json"), folder.resolve("notation-commune.json"));
            assertThat(Cli.run("packs", "import", pack).code()).isZero();
            assertThat(Cli.run("report", "--all", projects, "--out", out, "--sheets", "1")
                            .out())
                    .as("another pack, other papers")
                    .contains("Rapports écrits : 3 ; déjà à jour : 0");
        } finally {
            System.clearProperty("heliotoit.packs");
        }
    }
}
