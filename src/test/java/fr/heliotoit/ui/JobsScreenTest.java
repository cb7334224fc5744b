package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.ui.model.Job;
import fr.heliotoit.ui.model.LoadedProject;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window does while a long job runs. */
class JobsScreenTest extends WindowTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void aLongJobTellsHowFarAndHowFastAndAnotherOneWaitsAndCanBeTakenOut(FxRobot robot) throws Exception {
        show(SampleCommune.project());
        AtomicBoolean second = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        submit("Calcul", begun, new AtomicReference<>());
        begun.await();
        WaitForAsyncUtils.asyncFx(() -> window.jobs()
                .submit(
                        "Rapport",
                        progress -> {
                            second.set(true);
                            return "";
                        },
                        done -> {}));
        Label stage = robot.lookup("#status-job").queryAs(Label.class);
        await(() -> WaitForAsyncUtils.asyncFx(stage::getText).get().contains("/s · encore"));
        MenuButton queue = robot.lookup("#status-queue").queryAs(MenuButton.class);
        await(queue::isVisible);
        assertThat(queue.getText()).isEqualTo("1 en attente");
        save("job-waiting");
        robot.clickOn(queue).clickOn("Retirer « Rapport »");
        await(() -> !queue.isVisible());
        end.countDown();
        await(() -> window.jobs().runningProperty().get() == null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(second).isFalse();
    }

    @Test
    void whatIsTypedIsSafeBeforeALongJobEnds(FxRobot robot) throws Exception {
        Path file = openDemo("notes.gpkg");
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Job> job = new AtomicReference<>();
        submit("Calcul", begun, job);
        begun.await();
        BuildingFile note = new BuildingFile(
                "SSA0002", ProjectStatus.values()[0], "Charpente à voir", new TreeMap<>(), new TreeMap<>());
        WaitForAsyncUtils.asyncFx(() -> window.dossiers().write(note));
        await(() -> {
            try (ProjectFile other = ProjectFile.open(file)) {
                return other.file("SSA0002").notes().equals("Charpente à voir");
            }
        });
        assertThat(window.jobs().runningProperty().get()).isSameAs(job.get());
        end.countDown();
    }

    @Test
    void whatIsTypedWhileTheProjectIsReadAnewIsShownAfterwards() throws Exception {
        Path file = openDemo("relu.gpkg");
        CountDownLatch read = new CountDownLatch(1);
        WaitForAsyncUtils.asyncFx(() -> window.commands()
                .work(
                        "Calcul",
                        (open, progress) -> {
                            LoadedProject loaded = open.load(progress);
                            read.countDown();
                            while (!await(end)) {
                                progress.check();
                            }
                            return loaded;
                        },
                        window.commands()::show));
        read.await();
        BuildingFile note = new BuildingFile(
                "SSA0002", ProjectStatus.values()[0], "Charpente à voir", new TreeMap<>(), new TreeMap<>());
        WaitForAsyncUtils.asyncFx(() -> window.dossiers().write(note));
        await(() -> {
            try (ProjectFile other = ProjectFile.open(file)) {
                return other.file("SSA0002").notes().equals("Charpente à voir");
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
        end.countDown();
        await(() -> window.jobs().runningProperty().get() == null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.dossiers().of("SSA0002").notes()).isEqualTo("Charpente à voir");
    }

    @Test
    void whatWaitsItsTurnIsNotBegunWhenTheWindowEnds() throws Exception {
        AtomicBoolean second = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        submit("Calcul", begun, new AtomicReference<>());
        begun.await();
        WaitForAsyncUtils.asyncFx(() -> {
                    window.jobs()
                            .submit(
                                    "Rapport",
                                    progress -> {
                                        second.set(true);
                                        return "";
                                    },
                                    done -> {});
                    window.commands().shutDown();
                    end.countDown();
                })
                .get();
        await(() -> window.jobs().runningProperty().get() == null);
        assertThat(second).isFalse();
    }

    private void submit(String title, CountDownLatch begun, AtomicReference<Job> made) {
        WaitForAsyncUtils.asyncFx(() -> made.set(window.jobs()
                .submit(
                        title,
                        progress -> {
                            begun.countDown();
                            // A thousand a second on any machine.
                            long start = System.nanoTime();
                            while (!await(end)) {
                                progress.at("app.stage.read", (System.nanoTime() - start) / 1_000_000, 50_000);
                            }
                            return "";
                        },
                        done -> {})));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
