package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.LensProject;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an update of the buildings must not lose, and what it must not take in. */
class UpdateKeepsTest extends LensProject {
    private static String square(double x) {
        double e = x + 10;
        return "\"POLYGON((%s 7037000,%s 7037000,%s 7037010,%s 7037010,%s 7037000))\"".formatted(x, e, e, x, x);
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ImportReport load(Path... files) throws Failure {
        return ImportBatch.run(
                project, List.of(files), new ImportOptions(Crs.LAMBERT_93, "2024-06", null, false), Progress.NONE);
    }

    private Building building(String id) throws Failure {
        return project.records().stream()
                .map(BuildingRecord::building)
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUpdateKeepsWhatItsFileHasNoColumnFor() throws Exception {
        load(table(
                "a.csv",
                "id,nom,public,hauteur,wkt\nA,Mairie,oui,7.5," + square(686_000) + "\nB,,non,3," + square(686_100)
                        + "\n"));
        ImportReport update = load(table("b.csv", "id,wkt\nA," + square(686_000) + "\nC," + square(686_100) + "\n"));
        assertThat(building("A").publicOwner()).isTrue();
        assertThat(building("A").name()).isEqualTo("Mairie");
        assertThat(building("A").heightM()).isEqualTo(7.5);
        // Found by its place under a new id.
        assertThat(building("C").heightM()).isEqualTo(3);
        assertThat(update.changes().unchanged()).containsExactly("A");
        assertThat(update.changes().changed())
                .singleElement()
                .satisfies(c -> assertThat(c.what()).containsExactly("id"));
        assertThat(codes(update)).contains("VALUES_KEPT");
    }

    @Test
    void aColumnThatIsThereIsBelieved() throws Exception {
        load(table("a.csv", "id,public,wkt\nA,oui," + square(686_000) + "\n"));
        load(table("b.csv", "id,public,wkt\nA,non," + square(686_000) + "\n"));
        assertThat(building("A").publicOwner()).isFalse();
    }

    @Test
    void listsOfMunicipalPropertyCountForLaterVintages() throws Exception {
        load(table(
                "a.csv",
                "id,parcelle,public,wkt\nA,P1,non," + square(686_000) + "\nB,P2,non," + square(686_100) + "\n"));
        ImportReport list = load(table("biens.csv", "parcelle;designation\nP2;École\n"));
        assertThat(codes(list)).contains("OWNERSHIP_LIST");
        assertThat(building("B").publicOwner()).isTrue();
        assertThat(project.layer(Layer.OWNERSHIP)).hasSize(1);
        long entry = project.head();
        load(table(
                "b.csv",
                "id,parcelle,public,wkt\nA,P1,non," + square(686_000) + "\nNEUF,P2,non," + square(686_200) + "\n"));
        assertThat(building("NEUF").publicOwner()).isTrue();
        assertThat(building("A").publicOwner()).isFalse();
        project.undo(entry);
        assertThat(project.layer(Layer.OWNERSHIP)).isEmpty();
        assertThat(building("B").publicOwner()).isFalse();
    }

    @Test
    void aNewListOfMunicipalPropertyReplacesTheFormerOfItsKind() throws Exception {
        load(table(
                "a.csv",
                "id,parcelle,public,wkt\nA,P1,non," + square(686_000) + "\nB,P2,non," + square(686_100) + "\nC,P3,oui,"
                        + square(686_200) + "\nD,P4,non," + square(686_300) + "\n"));
        load(table("parcelles.csv", "parcelle\nP1\nP2\nP3\n"));
        load(table("batiments.csv", "id_batiment\nD\n"));
        assertThat(publicOnes()).containsExactly("A", "B", "C", "D");

        ImportReport shorter = load(table("parcelles.csv", "parcelle\nP2\n"));
        // C says so itself, and the list of buildings is of another kind.
        assertThat(publicOnes()).containsExactly("B", "C", "D");
        assertThat(codes(shorter)).contains("OWNERSHIP_REPLACED");
        assertThat(shorter.changes().changed())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo("A"))
                .satisfies(c -> assertThat(c.what()).containsExactly("public"));

        project.undo(project.head());
        assertThat(publicOnes()).containsExactly("A", "B", "C", "D");
        load(table("parcelles.csv", "parcelle\nP2\n"));
        // An update that does not know of ownership: the lists still count, and only those that count.
        load(table(
                "b.csv",
                "id,parcelle,wkt\nA,P1," + square(686_000) + "\nB,P2," + square(686_100) + "\nC,P3," + square(686_200)
                        + "\nD,P4," + square(686_300) + "\n"));
        assertThat(publicOnes()).containsExactly("B", "C", "D");
        load(table("parcelles.csv", "parcelle\nP1\n"));
        assertThat(publicOnes()).containsExactly("A", "C", "D");
    }

    private List<String> publicOnes() throws Failure {
        return project.records().stream()
                .map(BuildingRecord::building)
                .filter(Building::publicOwner)
                .map(Building::id)
                .toList();
    }

    @Test
    void anEmptyFileDoesNotEmptyALayer() throws Exception {
        Path full = table("adresses.csv", "id,adresse,x,y\n1,1 rue Basse,686000,7037000\n");
        ImportOptions addresses = new ImportOptions(Crs.LAMBERT_93, null, ImportKind.ADDRESSES, false);
        ImportBatch.run(project, List.of(full), addresses, Progress.NONE);
        Path empty = table("vide.csv", "id,adresse,x,y\n");
        ImportReport report = ImportBatch.run(project, List.of(empty), addresses, Progress.NONE);
        assertThat(codes(report)).contains("NOTHING_ACCEPTED");
        assertThat(report.snapshot()).isEmpty();
        assertThat(project.layer(Layer.ADDRESSES)).hasSize(1);
    }

    @Test
    void allColumnsOfALayerAreKept() throws Exception {
        StringBuilder header = new StringBuilder("id,x,y");
        StringBuilder row = new StringBuilder("1,686000,7037000");
        for (int i = 0; i < 90; i++) {
            header.append(",c").append(i);
            row.append(",").append(i);
        }
        ImportOptions parks = new ImportOptions(Crs.LAMBERT_93, null, ImportKind.PROTECTIONS, false);
        ImportBatch.run(project, List.of(table("large.csv", header + "\n" + row + "\n")), parks, Progress.NONE);
        assertThat(project.layer(Layer.PROTECTIONS).getFirst().values()).containsEntry("c89", "89");
    }

    @Test
    void theSameBuildingsFromTwoFilesCountOnce() throws Exception {
        Path first = table("a.csv", "id,wkt\nA," + square(686_000) + "\nB," + square(686_100) + "\n");
        Path second = table("b.csv", "id,wkt\nX," + square(686_002) + "\nY," + square(686_109) + "\n");
        ImportReport report = load(first, second);
        assertThat(project.records()).extracting(r -> r.building().id()).containsExactly("A", "B", "Y");
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(codes(report)).contains("COVERED");
    }

    @Test
    void ownersNeverPassWhereverTheWordStands() throws Exception {
        ImportReport report = load(table(
                "a.csv",
                "id,denomination,Nom du propriétaire,Prop,bailleur,Gestionnaire,date naissance,wkt\nA,Dupont,Dupont,Dupont,Dupont,"
                        + "Dupont,1950," + square(686_000) + "\n"));
        assertThat(building("A").name()).isNull();
        assertThat(report.findings())
                .filteredOn(f -> f.code().equals("PERSONAL_DATA"))
                .singleElement()
                .satisfies(f -> assertThat(f.message().arguments().getFirst().toString())
                        .contains("Prop", "bailleur", "Gestionnaire", "naissance", "propriétaire", "denomination"));
        ImportOptions parcels = new ImportOptions(Crs.LAMBERT_93, null, ImportKind.PARCELS, false);
        ImportReport layer = ImportBatch.run(
                project,
                List.of(table(
                        "p.csv", "idu,section,titre,wkt\n62498000AB0001,AB,Mme Dupont," + square(686_000) + "\n")),
                parcels,
                Progress.NONE);
        assertThat(project.layer(Layer.PARCELS)).singleElement().satisfies(p -> {
            assertThat(p.id()).isEqualTo("62498000AB0001");
            assertThat(p.values()).containsEntry("section", "AB").doesNotContainKey("titre");
        });
        assertThat(codes(layer)).contains("COLUMNS_LEFT");
    }

    @Test
    void aProfileOfUsualColumnsDoesNotTakeOtherFiles() throws Exception {
        System.setProperty(
                "heliotoit.packs", folder.resolve("own").resolve("packs").toString());
        try {
            ImportColumns.save(
                    java.util.Objects.requireNonNull(ImportColumns.wanted(null, java.util.Map.of("id", "id"), null)),
                    "trop-large");
            load(table("a.csv", "id,nom,wkt\nA,Mairie," + square(686_000) + "\n"));
            assertThat(building("A").name()).isEqualTo("Mairie");
            Path data = table("donnees.json", "{\"type\":\"FeatureCollection\",\"features\":[]}");
            assertThatThrownBy(() -> ImportColumns.checkSave(data.toString())).isInstanceOf(Failure.class);
        } finally {
            System.clearProperty("heliotoit.packs");
        }
    }

    private static List<String> codes(ImportReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }
}
