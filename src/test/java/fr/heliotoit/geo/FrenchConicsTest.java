package fr.heliotoit.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrenchConicsTest {
    private static final String LAMBERT_93 =
            "PROJCS[\"RGF93 / Lambert-93\",GEOGCS[\"RGF93\",DATUM[\"Reseau_Geodesique_Francais_1993\",SPHEROID[\"GRS 1980\","
                    + "6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]],TOWGS84[0,0,0,0,0,0,0]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]],"
                    + "PROJECTION[\"Lambert_Conformal_Conic_2SP\"],PARAMETER[\"standard_parallel_1\",49],"
                    + "PARAMETER[\"standard_parallel_2\",44],PARAMETER[\"latitude_of_origin\",46.5],"
                    + "PARAMETER[\"central_meridian\",3],PARAMETER[\"false_easting\",700000],"
                    + "PARAMETER[\"false_northing\",6600000],UNIT[\"metre\",1],AXIS[\"X\",EAST],AXIS[\"Y\",NORTH]]";

    @Test
    void whatGdalAndGeoToolsWriteIsKnown() throws Exception {
        assertThat(FrenchConics.fromWkt(LAMBERT_93)).contains(Crs.LAMBERT_93);
        for (String code : new String[] {"EPSG:2154", "EPSG:3942", "EPSG:3946", "EPSG:3950"}) {
            assertThat(FrenchConics.fromWkt(new Crs(code).wkt())).contains(new Crs(code));
        }
    }

    @Test
    void whatIsNotTheSameInEveryNumberIsLeftToTheFullComparison() throws Exception {
        assertThat(FrenchConics.fromWkt(LAMBERT_93.replace("700000", "700000.5")))
                .isEmpty();
        assertThat(FrenchConics.fromWkt(LAMBERT_93.replace("UNIT[\"metre\",1]", "UNIT[\"US foot\",0.3048006096]")))
                .isEmpty();
        assertThat(FrenchConics.fromWkt(
                        LAMBERT_93.replace("AXIS[\"X\",EAST],AXIS[\"Y\",NORTH]", "AXIS[\"Y\",NORTH],AXIS[\"X\",EAST]")))
                .isEmpty();
        assertThat(FrenchConics.fromWkt(LAMBERT_93.replace("Reseau_Geodesique_Francais_1993", "NTF")))
                .isEmpty();
        assertThat(FrenchConics.fromWkt(LAMBERT_93.replace("GRS 1980\",6378137", "Clarke\",6378249.2")))
                .isEmpty();
        assertThat(FrenchConics.fromWkt(new Crs("EPSG:27572").wkt())).isEmpty();
        assertThat(FrenchConics.fromWkt(Crs.WGS84.wkt())).isEmpty();
    }
}
