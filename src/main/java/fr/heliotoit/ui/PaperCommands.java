package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ExportBuildings;
import fr.heliotoit.app.Identity;
import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.MakeKit;
import fr.heliotoit.app.PublishList;
import fr.heliotoit.app.PublishReport;
import fr.heliotoit.app.PublishSheet;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.LastReport;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.UsageLog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What leaves the town hall on paper, from the window: report, list, sheets, communication kit. */
final class PaperCommands {
    private final MainWindow window;
    private final Services services;

    PaperCommands(MainWindow window, Services services) {
        this.window = window;
        this.services = services;
    }

    /** The sheet of the building in focus, for its owner. */
    void sheet() {
        building("sheet", UsageLog.Kind.SHEET, PublishSheet::run);
    }

    /** The sheet to fill on site, for the building in focus. */
    void survey() {
        building("survey", UsageLog.Kind.SURVEY, PublishSheet::survey);
    }

    /** The commune's report with its options. */
    void report() {
        project()
                .ifPresent(project -> new ReportDialog(window, services, project, true)
                        .ask(request -> save(
                                FilePicker.Kind.PDF,
                                fileName(project, "rapport"),
                                "job.report",
                                UsageLog.Kind.REPORT,
                                (session, pdf, progress) -> {
                                    PublishReport.run(
                                            session.file(),
                                            services.conventions(),
                                            pdf,
                                            request,
                                            LocalDate.now(),
                                            progress);
                                    new LastReport(pdf, request).keep(services.settings(), project);
                                })));
    }

    /** The report of last time once more, with the same options into the same file; the options are asked for when there was none. */
    void reportAgain() {
        LoadedProject project = project().orElse(null);
        if (project == null) {
            return;
        }
        Identity identity = IdentityFields.remembered(services.settings(), project);
        Optional<LastReport> last = LastReport.of(services.settings(), project, identity);
        if (last.isEmpty()) {
            report();
            return;
        }
        window.commands()
                .work(
                        t("job.report"),
                        (session, progress) -> {
                            PublishReport.run(
                                    session.file(),
                                    services.conventions(),
                                    last.get().file(),
                                    last.get().request(),
                                    LocalDate.now(),
                                    progress);
                            return last.get().file();
                        },
                        written -> given(written, UsageLog.Kind.REPORT));
    }

    /** The buildings of the filter or the selection as a list for the council. */
    void list() {
        project()
                .ifPresent(project -> new ReportDialog(window, services, project, false)
                        .ask(request -> save(
                                FilePicker.Kind.PDF,
                                fileName(project, "liste"),
                                "job.list",
                                UsageLog.Kind.LIST,
                                (session, pdf, progress) -> PublishList.run(
                                        session.file(), services.conventions(), pdf, request, LocalDate.now()))));
    }

    /** The communication kit, its texts edited before. */
    void kit() {
        project()
                .ifPresent(project -> window.commands()
                        .work(
                                t("job.kit.read"),
                                (session, progress) -> MakeKit.figures(
                                        session.file(), services.conventions(), ReportRequest.DEFAULT, LocalDate.now()),
                                figures -> new KitDialog(window, services, project, figures)
                                        .ask((request, texts, parts) -> save(
                                                FilePicker.Kind.KIT,
                                                fileName(project, "kit"),
                                                "job.kit",
                                                UsageLog.Kind.KIT,
                                                (session, zip, progress) -> MakeKit.run(
                                                        session.file(),
                                                        services.conventions(),
                                                        zip,
                                                        request,
                                                        texts,
                                                        parts,
                                                        LocalDate.now(),
                                                        progress)))));
    }

    /** The rows of the table for another program. */
    void export() {
        project()
                .ifPresent(project -> new ExportDialog(
                                window.stage(),
                                project,
                                window.model().filtered(),
                                window.model().selection(),
                                window.workbench().table().shownColumns())
                        .ask(choice -> {
                            FilePicker.Kind kind = switch (choice.format()) {
                                case xlsx -> FilePicker.Kind.XLSX;
                                case csv, excel -> FilePicker.Kind.CSV;
                                case geojson, json -> FilePicker.Kind.GEOJSON;
                                case gpkg -> FilePicker.Kind.GEOPACKAGE;
                            };
                            String name = fileName(project, t("file.export"))
                                    .replaceFirst("pdf$", choice.format().ending());
                            save(
                                    kind,
                                    name,
                                    "job.export",
                                    UsageLog.Kind.EXPORT,
                                    (session, file, progress) -> new ExportBuildings(
                                                    session.file(), choice.records(), choice.filter())
                                            .run(choice.format(), choice.columns(), file));
                        }));
    }

    /** How often all this was done. */
    void usage() {
        new UsageDialog(window, services).show();
    }

    /** What the checks of an import found, as a table. */
    void findings(List<Finding> findings) {
        services.files()
                .save(FilePicker.Kind.CSV, t("file.findings") + ".csv")
                .ifPresent(file -> window.commands()
                        .work(
                                t("job.export"),
                                (session, progress) -> {
                                    ImportBatch.writeFindings(findings, file);
                                    return file;
                                },
                                window.commands()::written));
    }

    private interface SheetMaker {
        void run(ProjectFile project, Conventions conventions, String id, Path pdf, Identity identity, LocalDate date)
                throws Failure;
    }

    private void building(String kind, UsageLog.Kind counted, SheetMaker maker) {
        LoadedProject project = project().orElse(null);
        BuildingRecord record = window.model().focused().orElse(null);
        if (project == null || record == null) {
            return;
        }
        window.workbench().flush();
        String name = Spelling.fold(CardContent.title(record.building())).replaceAll("[^a-z0-9]+", "-");
        save(
                FilePicker.Kind.PDF,
                t("file." + kind) + "-" + name + ".pdf",
                "job." + kind,
                counted,
                (session, pdf, progress) -> maker.run(
                        session.file(),
                        services.conventions(),
                        record.building().id(),
                        pdf,
                        IdentityFields.remembered(services.settings(), project),
                        LocalDate.now()));
    }

    private interface PaperWork {
        void write(ProjectSession session, Path file, Progress progress) throws Failure;
    }

    /** Asks for a file, writes it in a job, offers to open it. */
    private void save(FilePicker.Kind kind, String suggested, String job, UsageLog.Kind counted, PaperWork work) {
        services.files()
                .save(kind, suggested)
                .ifPresent(file -> window.commands()
                        .work(
                                t(job),
                                (session, progress) -> {
                                    work.write(session, file, progress);
                                    return file;
                                },
                                written -> given(written, counted)));
    }

    private void given(Path file, UsageLog.Kind counted) {
        services.usage().count(counted);
        window.commands().written(file);
    }

    private Optional<LoadedProject> project() {
        return window.model().project();
    }

    private static String fileName(LoadedProject project, String paper) {
        String commune = project.file().getFileName().toString().replaceFirst("\\.gpkg$", "");
        return paper + "-" + commune + (paper.equals("kit") ? ".zip" : ".pdf");
    }
}
