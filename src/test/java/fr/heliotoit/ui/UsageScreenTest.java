package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UsageLog;
import fr.heliotoit.ui.model.UsageLog.Kind;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The local log of use: counts by month, nothing else. */
class UsageScreenTest extends WindowTest {
    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void aCardThatIsLookedAtAndASheetThatIsGivenAreCountedAndNothingIsWrittenAboutThem(FxRobot robot) throws Exception {
        openDemo("journal.gpkg");
        String first = id(0);
        // Passed by on the way to another row.
        WaitForAsyncUtils.asyncFx(() -> window.model().select(Selection.of(id(1))));
        WaitForAsyncUtils.asyncFx(() -> window.model().select(Selection.of(first)));
        await(() -> counts(Kind.BUILDING) == 1);
        Path sheet = folder.resolve("fiche.pdf");
        files.answer(sheet);
        WaitForAsyncUtils.asyncFx(() -> window.papers().sheet());
        await(() -> counts(Kind.SHEET) == 1);
        assertThat(Files.size(sheet)).isPositive();
        assertThat(counts(Kind.BUILDING)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("usage.txt"))).matches("(\\d{4}-\\d\\d (building|sheet)\n){2}");
        await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);

        WaitForAsyncUtils.asyncFx(() -> window.papers().usage());
        await(() -> robot.lookup("#usage-table").tryQuery().isPresent());
        settle();
        save("usage");
        TableView<UsageLog.Month> table = robot.lookup("#usage-table").queryTableView();
        assertThat(table.getItems()).singleElement().satisfies(month -> {
            assertThat(month.month()).isEqualTo(YearMonth.now());
            assertThat(month.of(Kind.SHEET)).isEqualTo(1);
        });
        Path csv = folder.resolve("journal.csv");
        files.answer(csv);
        robot.clickOn("#usage-export");
        await(() -> Files.exists(csv));
        assertThat(Files.readString(csv))
                .isEqualTo("\uFEFFMois;Bâtiments consultés;Fiches remises;Fiches de relevé;Listes pour le conseil;"
                        + "Rapports;Kits;Exports\r\n" + YearMonth.now() + ";1;1;0;0;0;0;0\r\n");
    }

    @Test
    void theLogIsErasedAndSwitchedOffByWhoeverWantsIt(FxRobot robot) throws Exception {
        log().count(Kind.REPORT);
        await(() -> counts(Kind.REPORT) == 1);
        WaitForAsyncUtils.asyncFx(() -> window.papers().usage());
        await(() -> robot.lookup("#usage-erase").tryQuery().isPresent());
        settle();
        CheckBox counting = robot.lookup("#usage-counting").queryAs(CheckBox.class);
        robot.clickOn(counting).clickOn("#usage-erase");
        settle();
        save("usage-erase");
        assertThat(Files.exists(folder.resolve("usage.txt"))).isTrue();
        robot.clickOn("Effacer");
        await(() -> !Files.exists(folder.resolve("usage.txt")));
        UsageLog after = log();
        assertThat(after.counting()).isFalse();
        after.count(Kind.REPORT);
        assertThat(months(after)).isEmpty();
        assertThat(folder.resolve("usage.txt")).doesNotExist();
    }

    @Test
    void twoWindowsLoseNoCountAndATornLineCostsItselfOnly() throws Exception {
        UsageLog one = log();
        UsageLog two = log();
        for (int i = 0; i < 50; i++) {
            one.count(Kind.SHEET);
            two.count(Kind.SHEET);
        }
        months(one);
        months(two);
        Path file = folder.resolve("usage.txt");
        Files.write(
                file,
                "2026-13 sheet\n2026-1\u00E9 she".getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);
        Files.writeString(file, "\n2020-02 kit\n", StandardOpenOption.APPEND);
        List<UsageLog.Month> months = months(log());
        assertThat(months).extracting(UsageLog.Month::month).containsExactly(YearMonth.now(), YearMonth.of(2020, 2));
        assertThat(months.getFirst().of(Kind.SHEET)).isEqualTo(100);
    }

    private String id(int row) {
        return window.model()
                .project()
                .orElseThrow()
                .records()
                .get(row)
                .building()
                .id();
    }

    private UsageLog log() {
        return new UsageLog(folder, new UserSettings(folder));
    }

    private int counts(Kind kind) throws InterruptedException {
        return months(log()).stream().mapToInt(month -> month.of(kind)).sum();
    }

    private static List<UsageLog.Month> months(UsageLog log) throws InterruptedException {
        BlockingQueue<List<UsageLog.Month>> read = new LinkedBlockingQueue<>();
        log.read((months, problem) -> {
            assertThat(problem).isNull();
            read.add(months);
        });
        return read.poll(20, TimeUnit.SECONDS);
    }
}
