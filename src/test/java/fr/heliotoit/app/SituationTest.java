package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.LensProject;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.TextHit;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buildings of a file without addresses have those of the layers of addresses and parcels, whichever comes first. */
class SituationTest extends LensProject {
    private Path buildings;
    private Path addresses;
    private Path parcels;

    @BeforeEach
    void files() throws IOException {
        // A is on parcel 1, B mostly on parcel 2, C on none and far from all.
        buildings = table(
                "bati.csv",
                "id,nom,wkt\nA,Mairie," + box(686_000, 7_037_000, 10) + "\nB,," + box(686_027, 7_037_000, 10) + "\nC,,"
                        + box(686_500, 7_037_000, 10) + "\n");
        parcels = table(
                "parcelles.csv",
                "id,commune,prefixe,section,numero,wkt\n62498000AB0001,62498,000,AB,1," + box(685_990, 7_036_990, 40)
                        + "\n62498000AB0002,62498,000,AB,2," + box(686_030, 7_036_990, 40) + "\n");
        addresses = ban("12,,Rue de l'Église,62498,686005,7037005", "14,bis,Rue de l'Église,62498,686060,7036985");
    }

    private Path ban(String... rows) throws IOException {
        StringBuilder text = new StringBuilder("id,numero,rep,nom_voie,code_insee,x,y\n");
        for (int i = 0; i < rows.length; i++) {
            text.append("a").append(i).append(',').append(rows[i]).append('\n');
        }
        return table("adresses.csv", text.toString());
    }

    private static String box(double x, double y, double side) {
        return String.format(
                Locale.ROOT,
                "\"POLYGON((%1$.1f %2$.1f,%3$.1f %2$.1f,%3$.1f %4$.1f,%1$.1f %4$.1f,%1$.1f %2$.1f))\"",
                x,
                y,
                x + side,
                y + side);
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

    private void everythingIsKnown() throws Failure {
        assertThat(building("A").address()).isEqualTo("12 Rue de l'Église");
        assertThat(building("A").parcel()).isEqualTo("62498000AB0001");
        assertThat(building("B").address()).isEqualTo("14 bis Rue de l'Église");
        assertThat(building("B").parcel()).isEqualTo("62498000AB0002");
        assertThat(building("C").address()).isNull();
        assertThat(building("C").parcel()).isNull();
        assertThat(project.search("14 bis eglise", 10)).extracting(TextHit::id).contains("B");
        assertThat(FindBuildings.run(project.records(), "parcelle = '62498000AB0002'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bap", "bpa", "abp", "apb", "pab", "pba"})
    void whicheverIsImportedFirst(String order) throws Failure {
        for (char kind : order.toCharArray()) {
            load(kind == 'b' ? buildings : kind == 'a' ? addresses : parcels);
        }
        everythingIsKnown();
        assertThat(project.imported()).allSatisfy(b -> assertThat(b.address()).isNull());
    }

    @Test
    void itIsNoChangeOfTheBuildings() throws Failure {
        load(buildings);
        long before = project.head();
        load(addresses, parcels);
        everythingIsKnown();
        ChangeSet changes = CompareSnapshots.run(project, before, project.head());
        assertThat(changes.unchanged()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(changes.changed()).isEmpty();
        ImportReport again = load(buildings);
        assertThat(again.changes().unchanged()).hasSize(3);
        assertThat(again.findings()).extracting(Finding::code).doesNotContain("VALUES_KEPT");
        everythingIsKnown();
    }

    @Test
    void theUndoOfTheAddressesTakesThemAwayAndItsUndoBringsThemBack() throws Failure {
        load(buildings);
        load(parcels);
        load(addresses);
        long imported = project.head();
        project.undo(imported);
        assertThat(building("A").address()).isNull();
        assertThat(building("A").parcel()).isEqualTo("62498000AB0001");
        assertThat(project.search("eglise", 10)).isEmpty();
        project.undo(project.head());
        everythingIsKnown();
        project.undo(1);
        assertThat(project.records()).isEmpty();
        project.undo(project.head());
        everythingIsKnown();
    }

    @Test
    void whatTheBuildingsOwnFileSaysStays() throws Exception {
        load(addresses, parcels);
        load(table(
                "own.csv",
                "id,adresse,parcelle,wkt\nA,1 place de la Mairie,62498000ZZ0009," + box(686_000, 7_037_000, 10)
                        + "\nB,,," + box(686_027, 7_037_000, 10) + "\n"));
        assertThat(building("A").address()).isEqualTo("1 place de la Mairie");
        assertThat(building("A").parcel()).isEqualTo("62498000ZZ0009");
        assertThat(building("B").address()).isEqualTo("14 bis Rue de l'Église");
        project.undo(1);
        assertThat(building("A").address()).isEqualTo("1 place de la Mairie");
        assertThat(building("B").address()).isNull();
    }

    @Test
    void anUpdatedAddressTakesThePlaceOfTheEarlierOne() throws Exception {
        load(buildings, parcels, addresses);
        load(ban("12,,Rue Neuve,62498,686005,7037005"));
        assertThat(building("A").address()).isEqualTo("12 Rue Neuve");
        assertThat(building("B").address()).isNull();
    }

    @Test
    void whatIsTypedWithAnotherProgramIsTheBuildingsOwn() throws Exception {
        load(buildings, parcels, addresses);
        project.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = connection.createStatement()) {
            // QGIS knows the functions that the triggers of the index call.
            for (int i = 1; i <= 4; i++) {
                statement.execute("DROP TRIGGER rtree_batiments_geom_update" + i);
            }
            statement.execute("UPDATE batiments SET adresse = 'Hôtel de ville' WHERE id = 'A'");
        }
        project = fr.heliotoit.store.ProjectFile.open(folder.resolve("p.gpkg"));
        load(ban("99,,Rue Neuve,62498,686005,7037005"));
        assertThat(building("A").address()).isEqualTo("Hôtel de ville");
    }

    @Test
    void addressesOfOtherCommunesAreLeftAsideAndTold() throws Exception {
        ImportReport report = load(
                buildings,
                ban("12,,Rue Neuve,62498,686005,7037005", "1,,Rue X,62427,686028,7037005", "2,,Rue X,62427,0,0"));
        assertThat(report.read()).isEqualTo(6);
        assertThat(report.ignored()).isEqualTo(2);
        assertThat(report.attached()).isEqualTo(1);
        assertThat(report.findings())
                .filteredOn(f -> f.code().equals("OTHER_COMMUNE"))
                .singleElement()
                .satisfies(f -> assertThat(f.message().toString()).contains("62427"));
        assertThat(project.layer(Layer.ADDRESSES)).hasSize(1);
        assertThat(building("B").address()).isNull();
    }

    @Test
    void qgisReadsTheSameInTheTableOfTheBuildings() throws Exception {
        load(buildings, parcels, addresses);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT adresse || ' ' || parcelle FROM batiments WHERE id = 'A'")) {
            assertThat(row.getString(1)).isEqualTo("12 Rue de l'Église 62498000AB0001");
        }
    }
}
