package fr.heliotoit.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrsLookupTest {
    private static final String RGF93 =
            "GEOGCS[\"GCS_RGF_1993\",DATUM[\"D_RGF_1993\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @Test
    void lambert93AsEsriWritesItIsKnownByItsParameters() {
        assertThat(Crs.fromWkt(conic("RGF_1993_Lambert_93", 44, 49, 46.5, 700000, 6600000)))
                .contains(Crs.LAMBERT_93);
    }

    @Test
    void theNineZonesAreToldApart() {
        for (int zone = 42; zone <= 50; zone++) {
            double northing = (zone - 41) * 1_000_000 + 200_000;
            assertThat(Crs.fromWkt(conic("RGF_1993_CC" + zone, zone - 0.75, zone + 0.75, zone, 1700000, northing)))
                    .contains(new Crs("EPSG:" + (3900 + zone)));
        }
    }

    @Test
    void lambert2ExtendedCountsFromParis() {
        assertThat(
                        Crs.fromWkt(
                                "PROJCS[\"NTF_Lambert_II_étendu\",GEOGCS[\"GCS_NTF\",DATUM[\"D_NTF\",SPHEROID[\"Clarke_1880_IGN\","
                                        + "6378249.2,293.46602]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]],"
                                        + "PROJECTION[\"Lambert_Conformal_Conic_1SP\"],PARAMETER[\"latitude_of_origin\",46.8],"
                                        + "PARAMETER[\"central_meridian\",2.337229166666667],PARAMETER[\"scale_factor\",0.99987742],"
                                        + "PARAMETER[\"false_easting\",600000],PARAMETER[\"false_northing\",2200000],UNIT[\"Meter\",1]]"))
                .contains(new Crs("EPSG:27572"));
    }

    @Test
    void degreesAreToldApartByTheirDatum() {
        assertThat(Crs.fromWkt(RGF93)).contains(new Crs("EPSG:4171"));
        assertThat(Crs.fromWkt(
                        "GEOGCS[\"GCS_unknown\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"))
                .contains(Crs.WGS84);
    }

    @Test
    void aCodeInTheTextIsBelieved() {
        assertThat(Crs.fromWkt("PROJCS[\"whatever\"," + RGF93 + ",AUTHORITY[\"EPSG\",\"3946\"]]"))
                .contains(new Crs("EPSG:3946"));
    }

    @Test
    void aLocalGridIsNotTakenForLambert93() {
        assertThat(Crs.fromWkt(conic("Grille locale", 44, 49, 46.5, 700001, 6600000)))
                .isEmpty();
        assertThat(Crs.fromWkt("LOCAL_CS[\"chantier\"]")).isEmpty();
        assertThat(Crs.fromWkt("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "data/france/noisemodelling-dem/dem.prj, EPSG:2154",
        "data/france/bdtopo-perigueux-24322/bd_topo.prj, EPSG:2154",
        "data/france/bdtopo-perigueux-24322/bdnb_perigeux8.prj, EPSG:4326",
        "data/france/sup-ac1-2A/AC1_GENERATEUR_SUP_S.prj, EPSG:2154",
        "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/buildings.prj, EPSG:3007",
        "data/dsm/goteborg-gvc-lidar/by_get.prj, EPSG:3006"
    })
    void projectionFilesOfRealDataSetsAreRecognised(String file, String code) throws Exception {
        assertThat(Crs.fromWkt(Files.readString(Shared.path(file)))).contains(new Crs(code));
    }

    private static String conic(String name, double p1, double p2, double lat, double east, double north) {
        return "PROJCS[\"" + name + "\"," + RGF93
                + ",PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\"," + east
                + "],PARAMETER[\"False_Northing\"," + north
                + "],PARAMETER[\"Central_Meridian\",3.0],PARAMETER[\"Standard_Parallel_1\","
                + p1 + "],PARAMETER[\"Standard_Parallel_2\"," + p2 + "],PARAMETER[\"Latitude_Of_Origin\"," + lat
                + "],UNIT[\"Meter\",1.0]]";
    }
}
