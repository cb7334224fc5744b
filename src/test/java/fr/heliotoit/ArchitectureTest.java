package fr.heliotoit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import fr.heliotoit.kernel.planted.KernelThatDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rooms and their doors (architecture.md §2), held by the build. */
class ArchitectureTest {
    private static final String ROOT = "fr.heliotoit.";

    /** What each room may use of the others; nothing else. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("kernel", List.of());
        MAY_USE.put("task", List.of());
        MAY_USE.put("text", List.of());
        MAY_USE.put("geo", List.of("text"));
        MAY_USE.put("cadastre", List.of("geo", "text"));
        MAY_USE.put("solar", List.of("kernel", "geo", "task", "text"));
        MAY_USE.put("roof", List.of("geo", "kernel"));
        MAY_USE.put("rules", List.of("cadastre", "text"));
        MAY_USE.put("io", List.of("cadastre", "geo", "kernel", "solar", "task", "text"));
        MAY_USE.put("store", List.of("cadastre", "geo", "task", "text"));
        MAY_USE.put("tiles", List.of("text"));
        MAY_USE.put("render", List.of("cadastre", "geo", "rules", "text"));
        MAY_USE.put("report", List.of("cadastre", "geo", "rules", "render", "task", "text"));
        MAY_USE.put(
                "app",
                List.of(
                        "cadastre",
                        "geo",
                        "io",
                        "kernel",
                        "render",
                        "report",
                        "roof",
                        "rules",
                        "solar",
                        "store",
                        "task",
                        "text"));
        MAY_USE.put("ui", List.of("app", "cadastre", "geo", "render", "rules", "store", "task", "text", "tiles"));
        MAY_USE.put(
                "cli", List.of("app", "cadastre", "geo", "io", "kernel", "rules", "solar", "store", "task", "text"));
    }

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.heliotoit");

    @Test
    void everyRoomUsesOnlyTheRoomsBelowIt() {
        MAY_USE.forEach((room, allowed) -> roomRule(room, allowed).check(PRODUCT));
    }

    @Test
    void thereIsNoRoomThatThePlanDoesNotKnow() {
        assertThat(PRODUCT.stream()
                        .map(c -> c.getPackageName())
                        .filter(p -> p.startsWith(ROOT))
                        .map(p -> p.substring(ROOT.length()).split("\\.")[0])
                        .distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void technologiesStayInTheirRooms() {
        only("javafx is for the screen", List.of("ui"), "javafx..").check(PRODUCT);
        only("GeoTools is behind the readers and the CRS door", List.of("io", "geo"), "org.geotools..")
                .check(PRODUCT);
        only(
                        "SQL is for the project file and the GeoPackage reader",
                        List.of("store", "io"),
                        "java.sql..",
                        "org.sqlite..")
                .check(PRODUCT);
        only("drawing is done in one place, for screen and paper", List.of("render", "report", "ui"), "java.awt..")
                .check(PRODUCT);
        only("nothing but background maps asks the network", List.of("tiles"), "java.net.http..")
                .check(PRODUCT);
        only("the command line is picocli's", List.of("cli"), "picocli..").check(PRODUCT);
    }

    @Test
    void onlyTheCommandLinePrints() {
        printing().check(PRODUCT);
    }

    @Test
    void theGateBites() {
        JavaClasses planted = new ClassFileImporter().importClasses(KernelThatDraws.class);
        assertThatThrownBy(() -> roomRule("kernel", List.of()).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("KernelThatDraws");
        assertThatThrownBy(
                        () -> only("drawing", List.of("render"), "java.awt..").check(planted))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> printing().check(planted)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule roomRule(String room, List<String> allowed) {
        List<String> forbidden = new ArrayList<>();
        for (String other : MAY_USE.keySet()) {
            if (!other.equals(room) && !allowed.contains(other)) {
                forbidden.add(ROOT + other + "..");
            }
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .because(room + " may use only " + allowed + " (architecture.md §2)");
    }

    private static ArchRule only(String reason, List<String> rooms, String... technology) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(r -> ROOT + r + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .because(reason);
    }

    private static ArchRule printing() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library that prints cannot be used by a window");
    }
}
