package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is imported besides buildings, and files inside folders and archives. */
class ImportLayersTest {
    private static final Path DEMO = Path.of("data", "demo");

    @TempDir
    private Path folder;

    private ProjectFile project;

    @BeforeEach
    void open() throws Failure {
        project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("62999", "Saint-Soleil-en-Artois", null, null), Crs.LAMBERT_93, true));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ImportReport load(@Nullable ImportKind kind, Path... files) throws Failure {
        return ImportBatch.run(project, List.of(files), new ImportOptions(null, "2024-06", kind, false), Progress.NONE);
    }

    private static List<String> codes(ImportReport report) {
        return report.findings().stream().map(Finding::code).distinct().toList();
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theDemonstrationCommunesLayersAreRecognisedByTheirColumns() throws Failure {
        ImportReport report = load(
                null,
                DEMO.resolve("batiments-2024.gpkg"),
                DEMO.resolve("commune.geojson"),
                DEMO.resolve("adresses.csv"),
                DEMO.resolve("parcelles.geojson"),
                DEMO.resolve("monuments.geojson"),
                DEMO.resolve("parkings.geojson"));
        assertThat(report.refused()).isZero();
        assertThat(report.accepted()).isEqualTo(405);
        assertThat(project.layer(Layer.OUTLINE)).hasSize(1);
        assertThat(project.layer(Layer.PARCELS)).isNotEmpty();
        assertThat(project.layer(Layer.PROTECTIONS)).isNotEmpty();
        assertThat(project.layer(Layer.CAR_PARKS)).isNotEmpty();
        List<LayerFeature> addresses = project.layer(Layer.ADDRESSES);
        assertThat(addresses.getFirst().label()).isEqualTo("1 Carreau de la Fosse 4");
        assertThat(addresses.getFirst().geometry().getCoordinate().x).isBetween(687_000.0, 687_100.0);
        assertThat(addresses.getFirst().values()).containsEntry("cad_parcelles", "62999000AM0001");
        assertThat(project.history()).hasSize(1);
    }

    @Test
    void realParcelsMonumentsAndAddressesAreLayersAndNoBuildings() throws Failure {
        ImportReport parcels =
                load(null, Shared.path("data/france/cadastre-etalab-91216/cadastre-91216-parcelles.json"));
        assertThat(parcels.ignored()).isEqualTo(parcels.read()).isEqualTo(4241);
        assertThat(codes(parcels)).contains("OTHER_COMMUNE");
        ImportReport ac1 = load(null, Shared.path("data/france/sup-ac1-2A/AC1_GENERATEUR_SUP_S.shp"));
        assertThat(ac1.attached()).isEqualTo(104);
        assertThat(project.layer(Layer.PROTECTIONS).getFirst().label()).contains("Eglise");
        ImportReport bal = load(null, Shared.path("data/france/bal-samples/1.5-valid.csv"));
        // They are Escoulis's.
        assertThat(bal.ignored()).isPositive().isEqualTo(bal.read());
        assertThat(codes(bal)).contains("OTHER_COMMUNE");
        assertThat(project.records()).isEmpty();
    }

    @Test
    void theColumnsOfAListThatAreNotReadAreNamedAndOwnersAreDropped() throws Failure, IOException {
        load(null, DEMO.resolve("batiments-2024.gpkg"), DEMO.resolve("parcelles.geojson"));
        ImportReport report = load(
                ImportKind.OWNERSHIP,
                table("biens.csv", "parcelle;nom;proprietaire\n62999000AM0001;Mairie;Jean Martin\n"));
        assertThat(sentence(report, "COLUMNS_LEFT")).contains("nom").doesNotContain("proprietaire");
        assertThat(sentence(report, "PERSONAL_DATA")).contains("proprietaire");
    }

    @Test
    void aTableOfUnicodeTextIsReadWithoutDoubt() throws Failure, IOException {
        Path table = Files.write(
                folder.resolve("unicode.csv"),
                "id\tnom\twkt\nA\tÉcole\t\"POLYGON((686000 7036000,686010 7036000,686010 7036010,686000 7036000))\"\n"
                        .getBytes(StandardCharsets.UTF_16));
        ImportReport report = ImportBatch.run(
                project, List.of(table), new ImportOptions(Crs.LAMBERT_93, "2024-06", null, false), Progress.NONE);
        assertThat(project.imported())
                .singleElement()
                .satisfies(b -> assertThat(b.name()).isEqualTo("École"));
        assertThat(codes(report)).doesNotContain("ENCODING_DOUBTFUL");
    }

    private static String sentence(ImportReport report, String code) {
        return report.findings().stream()
                .filter(f -> f.code().equals(code))
                .map(f -> Texts.current().text(f.message()))
                .findFirst()
                .orElse("");
    }

    @Test
    void aListOfMunicipalPropertyMarksTheBuildingsOnItsParcels() throws Failure, IOException {
        load(null, DEMO.resolve("batiments-2024.gpkg"), DEMO.resolve("parcelles.geojson"));
        BuildingRecord dwelling = project.records().stream()
                .filter(r -> !r.building().publicOwner())
                .findFirst()
                .orElseThrow();
        Path list = table(
                "biens.csv",
                "parcelle;batiment;designation\n;" + dwelling.building().id()
                        + ";Logement de fonction\n62999000ZZ9999;;?\n;;\n");
        ImportReport report = load(ImportKind.OWNERSHIP, list);
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.attached()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(codes(report)).contains("ID_UNKNOWN", "ID_EMPTY");
        assertThat(report.changes().changed()).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo(dwelling.building().id());
            assertThat(c.what()).containsExactly("public");
        });
        assertThat(project.current().orElseThrow().sources())
                .extracting(s -> s.name())
                .contains("biens.csv", "batiments-2024.gpkg");
        ImportReport all = load(ImportKind.OWNERSHIP, DEMO.resolve("proprietes-communales.csv"));
        assertThat(all.refused()).isZero();
    }

    @Test
    void buildingsOfAnotherCommuneAreRefusedByTheirCode() throws Failure, IOException {
        Path file = table(
                "b.csv",
                "id;insee;wkt\na;62999;POLYGON((687000 7037000,687010 7037000,687010 7037010,687000 7037000))\n"
                        + "b;62498;POLYGON((687100 7037000,687110 7037000,687110 7037010,687100 7037000))\n");
        ImportReport report = ImportBatch.run(
                project, List.of(file), new ImportOptions(Crs.LAMBERT_93, "2024-06", null, false), Progress.NONE);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(codes(report)).contains("OTHER_COMMUNE");
    }

    @Test
    void buildingsOutsideTheBoundaryAreLeftOutAndTold() throws Failure, IOException {
        load(null, DEMO.resolve("commune.geojson"));
        Path far = table("loin.csv", "id,wkt\na,\"POLYGON((2.9 50.5,2.9001 50.5,2.9001 50.5001,2.9 50.5))\"\n");
        ImportReport report =
                ImportBatch.run(project, List.of(far), new ImportOptions(Crs.WGS84, null, null, false), Progress.NONE);
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(codes(report)).contains("OUTSIDE_COMMUNE", "NOTHING_ACCEPTED");
        assertThat(load(null, DEMO.resolve("batiments-2024.gpkg")).ignored()).isZero();
    }

    @Test
    void aTableWithoutAPlaceIsRefusedWithWhatToDo() throws IOException {
        Path list = table("biens.csv", "id;hauteur\n12;7,5\n");
        assertThatThrownBy(() -> load(null, list)).isInstanceOf(Failure.class).hasMessageContaining("--as proprietes");
        assertThatThrownBy(() -> load(ImportKind.PARCELS, list))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--as proprietes");
    }

    @Test
    void tablesAreReadWithFrenchNumbersAndOldEncodings() throws Failure, IOException {
        Path addresses = folder.resolve("adresses.csv");
        Files.write(
                addresses,
                "id;adresse;x;y\n1;\"2, rue de l'Église\";687\u00a0000,5;7037000,25\n"
                        .getBytes(Charset.forName("windows-1252")));
        ImportReport report = ImportBatch.run(
                project,
                List.of(addresses),
                new ImportOptions(Crs.LAMBERT_93, null, ImportKind.ADDRESSES, false),
                Progress.NONE);
        assertThat(codes(report)).contains("ENCODING_DOUBTFUL");
        LayerFeature address = project.layer(Layer.ADDRESSES).getFirst();
        assertThat(address.label()).isEqualTo("2, rue de l'Église");
        assertThat(address.geometry().getCoordinate().x).isEqualTo(687_000.5);
        assertThat(address.geometry().getCoordinate().y).isEqualTo(7_037_000.25);
    }

    private Path zip(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                Path file = DEMO.resolve(entries[i + 1]);
                zip.write(
                        Files.exists(file)
                                ? Files.readAllBytes(file)
                                : entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void anArchiveIsReadAsTheFilesInItAndNothingOfItStays() throws Failure, IOException {
        Path zip = zip(
                "toits.zip",
                "été/BATI.shp",
                "batiments-2024.shp",
                "été/BATI.dbf",
                "batiments-2024.dbf",
                "été/BATI.shx",
                "batiments-2024.shx",
                "été/BATI.prj",
                "batiments-2024.prj",
                "été/BATI.cpg",
                "batiments-2024.cpg",
                "LISEZMOI.docx",
                "bonjour");
        ImportReport report = load(null, zip);
        assertThat(report.accepted()).isEqualTo(405);
        assertThat(codes(report)).contains("FILES_IGNORED");
        assertThat(Files.list(Path.of(System.getProperty("java.io.tmpdir"))))
                .noneMatch(f -> f.getFileName().toString().startsWith(GivenFiles.UNPACKED));
    }

    @Test
    void aFolderIsReadAsTheFilesInIt() throws Failure, IOException {
        Path data = Files.createDirectories(folder.resolve("données/2024"));
        Files.copy(DEMO.resolve("batiments-2024.gpkg"), data.resolve("b.gpkg"));
        Files.copy(DEMO.resolve("parcelles.geojson"), data.resolve("p.geojson"));
        assertThat(load(null, data.getParent()).accepted()).isEqualTo(405);
        Path empty = Files.createDirectories(folder.resolve("vide"));
        assertThatThrownBy(() -> load(null, empty)).isInstanceOf(Failure.class).hasMessageContaining("« vide »");
    }

    @Test
    void hostileArchivesAreRefusedWithOneSentence() throws IOException {
        Path slip = zip("slip.zip", "../../evil.geojson", "parcelles.geojson");
        assertThatThrownBy(() -> load(null, slip))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("sort de son dossier");
        assertThat(folder.resolve("../../evil.geojson")).doesNotExist();
        Path bomb = zip("bomb.zip", "a.geojson", " ".repeat(64 << 20));
        assertThatThrownBy(() -> load(null, bomb)).isInstanceOf(Failure.class).hasMessageContaining("démesurée");
        Path cut = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> load(null, cut)).isInstanceOf(Failure.class).hasMessageContaining("endommagée");
        Path raster = zip("mns.zip", "mns.tif", "mns.tif");
        assertThatThrownBy(() -> load(ImportKind.SURFACE_MODEL, raster))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Décompressez");
    }

    @Test
    void aTableWhoseQuotationMarkIsNeverClosedIsRefused() throws IOException {
        Path file = table("q.csv", "id,wkt\n1,\"POLYGON((0 0\n2,x\n");
        assertThatThrownBy(() -> load(null, file)).isInstanceOf(Failure.class).hasMessageContaining("guillemet");
        String deep = "GEOMETRYCOLLECTION(".repeat(20_000) + "POINT(1 1)" + ")".repeat(20_000);
        Path nested = table("n.csv", "id;wkt\n1;" + deep + "\n");
        assertThatThrownBy(() -> load(null, nested)).isInstanceOf(Failure.class);
    }

    @Test
    void drawnPlanesWithoutColumnsTakeTiltAndAzimuthFromTheirHeights() throws Exception {
        Path planes = table(
                "pans.geojson",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:EPSG::2154\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"P\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[684000,7037000,35],[684010,7037000,35],"
                        + "[684010,7037005,40],[684000,7037005,40],[684000,7037000,35]]]}}]}");
        load(ImportKind.PLANES, planes);
        assertThat(project.layer(Layer.PLANES))
                .singleElement()
                .satisfies(plane -> assertThat(plane.values())
                        .containsEntry("inclinaison", "45.00")
                        // Grid north is not true north there.
                        .containsEntry("orientation", "179.84")
                        .containsEntry("surface_m2", "70.71"));
    }
}
