package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that the first Héliotoit made, as SQL in the test's resources: two imports, one computation. */
class SchemaTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void oldFile() throws Exception {
        file = folder.resolve("lens.gpkg");
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream("format-1.sql"));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n;;\n")) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aFileOfTheFirstFormatIsReadChangedAndUndone() throws Exception {
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.info().commune().name()).isEqualTo("Lens");
            List<BuildingRecord> records = project.records();
            assertThat(records).extracting(r -> r.building().id()).containsExactly("a", "c");
            assertThat(records.getFirst().outcome())
                    .isInstanceOfSatisfying(
                            SolarPotential.class,
                            p -> assertThat(p.yearlyYieldKWh()).isEqualTo(15000))
                    .as("its hours were not kept")
                    .isInstanceOfSatisfying(
                            SolarPotential.class,
                            p -> assertThat(p.monthsUnknown()).isTrue());
            assertThat(records.getFirst().planes().getFirst().energy()).isNull();
            assertThat(records.getFirst().planes()).hasSize(1);
            assertThat(project.inputs()).extracting(InputFile::path).containsExactly("lens.epw", "mns.tif");
            assertThat(project.computationSources())
                    .extracting(Snapshot.Source::name)
                    .containsExactly("mns.tif");
            assertThat(project.search("rue de l'eglise", 5)).hasSize(1);
            assertThat(project.snapshots()).extracting(Snapshot::vintage).containsExactly("2024-06", "2026-01");

            project.undo(2);
            assertThat(project.records()).extracting(r -> r.building().id()).containsExactly("a", "b");
        }
        assertThat(values("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(values("PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void itHasTheTablesOfANewFileAfterwards() throws Exception {
        ProjectFile.open(file).close();
        Path fresh = folder.resolve("new.gpkg");
        try (ProjectFile project = ProjectFile.open(file)) {
            ProjectFile.create(fresh, project.info()).close();
        }
        String tables = "SELECT type || ' ' || name FROM sqlite_master";
        List<String> migrated = values(tables);
        List<String> layers = values("SELECT table_name || ' ' || data_type FROM gpkg_contents");
        file = fresh;
        assertThat(new TreeSet<>(migrated)).isEqualTo(new TreeSet<>(values(tables)));
        assertThat(new TreeSet<>(layers))
                .isEqualTo(new TreeSet<>(values("SELECT table_name || ' ' || data_type FROM gpkg_contents")));
    }

    @Test
    void whatStaffWroteInAFileOfTheFifthFormatIsKept() throws Exception {
        ProjectFile.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "DROP TABLE liens",
                    "DROP TABLE dossiers",
                    "DROP TABLE releves",
                    "DROP TABLE mesures",
                    "CREATE TABLE liens (ancien TEXT NOT NULL, nouveau TEXT NOT NULL, PRIMARY KEY (ancien, nouveau))",
                    "CREATE TABLE dossiers (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, batiment TEXT NOT NULL UNIQUE,"
                            + " statut TEXT NOT NULL, notes TEXT NOT NULL, modifie_le DATETIME NOT NULL)",
                    "CREATE TABLE releves (batiment TEXT NOT NULL, champ TEXT NOT NULL, valeur TEXT NOT NULL)",
                    "CREATE TABLE mesures (batiment TEXT NOT NULL, annee INTEGER NOT NULL, kwh DOUBLE NOT NULL)",
                    "INSERT INTO dossiers VALUES (1, 'a', 'visite', 'vue en 2024', '2025-01-01T00:00:00.000Z')",
                    "INSERT INTO releves VALUES ('a', 'charpente', 'bois')",
                    "INSERT INTO mesures VALUES ('a', 2024, 1234.5)",
                    "UPDATE projet SET valeur = '5' WHERE cle = 'format'")) {
                statement.execute(sql);
            }
        }
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.file("a").notes()).isEqualTo("vue en 2024");
            assertThat(project.file("a").survey()).containsEntry("charpente", "bois");
            assertThat(project.file("a").measuredKWh()).containsEntry(2024, 1234.5);
        }
        assertThat(values("PRAGMA foreign_key_check")).isEmpty();
    }

    /** What QGIS looks for: a default style for every layer with geometry, so not for the lists of property. */
    @Test
    void everyLayerHasAStyleForQgis() throws Exception {
        ProjectFile.open(file).close();
        assertThat(
                        values(
                                "SELECT f_table_name FROM layer_styles WHERE useAsDefault AND f_geometry_column = 'geom' AND styleQML LIKE '%<renderer-v2 %'"))
                .containsExactlyInAnyOrderElementsOf(
                        values("SELECT table_name FROM gpkg_geometry_columns WHERE table_name <> 'proprietes'"));
    }

    private List<String> values(String sql) throws SQLException {
        List<String> values = new java.util.ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
