package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.ui.SampleCommune;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class SearchIndexTest {
    /** In the middle of the sample. */
    private static final double X = 692_030;

    private static final double Y = 7_037_040;

    @ParameterizedTest
    @ValueSource(
            strings = {"École Jean-Macé", "ecole jean mace", "ECOLE", "jean mace ecole", "b-ecole", "emile zola", "mac"
            })
    void accentsHyphensCaseAndOrderDoNotCount(String typed) throws Exception {
        assertThat(ids(index(SampleCommune.records(1, 3)).find(typed, 10))).contains("B-ECOLE");
    }

    @Test
    void ligaturesAreFoundAsTwoLetters() throws Exception {
        assertThat(index(SampleCommune.records(1, 3)).find("rue des oeillets", 10))
                .hasSize(3);
    }

    @Test
    void theExactIdentifierComesFirst() throws Exception {
        assertThat(ids(index(SampleCommune.records(2, 10)).find("B-010", 10)))
                .first()
                .isEqualTo("B-010");
    }

    @Test
    void everyWordTypedMustBeginAWord() throws Exception {
        SearchIndex index = index(SampleCommune.records(1, 3));
        assertThat(index.find("ecole zebre", 10)).isEmpty();
        assertThat(index.find("cole", 10)).isEmpty();
        assertThat(index.find("  - ", 10)).isEmpty();
    }

    @Test
    void anAddressWithoutBuildingIsFoundAndOneThatABuildingHasIsNotFoundTwice() throws Exception {
        SearchIndex index = index(SampleCommune.records(1, 3));
        assertThat(index.find("impasse du puits", 10)).singleElement().satisfies(place -> {
            assertThat(place.kind()).isEqualTo(Place.Kind.ADDRESS);
            assertThat(place.building()).isNull();
            assertThat(place.envelope().centre()).isEqualTo(new Coordinate(X + 5, Y + 5));
        });
        assertThat(index.find("12 rue emile zola", 10))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.kind()).isEqualTo(Place.Kind.BUILDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM 12", "am12", "AM", "62999000AM0012"})
    void aParcelIsFoundBySectionAndNumber(String typed) throws Exception {
        assertThat(index(SampleCommune.records(1, 3)).find(typed, 10))
                .filteredOn(place -> place.kind() == Place.Kind.PARCEL)
                .extracting(Place::title)
                .containsExactly("AM 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAMBERT", "LAMBERT;", "DEGREES", "DEGREES,", "FRENCH", "LONGITUDE FIRST", "LETTERS"})
    void coordinatesLeadToTheirPlaceHoweverTheyAreWritten(String form) throws Exception {
        Coordinate degrees = Crs.LAMBERT_93.transform(X, Y, Crs.WGS84);
        String latitude = String.format(Locale.ROOT, "%.6f", degrees.y);
        String longitude = String.format(Locale.ROOT, "%.6f", degrees.x);
        String typed = switch (form) {
            case "LAMBERT" -> X + " " + Y;
            case "LAMBERT;" -> X + " ; " + Y;
            case "DEGREES" -> latitude + " " + longitude;
            case "DEGREES," -> latitude + "," + longitude;
            case "FRENCH" -> latitude.replace('.', ',') + " " + longitude.replace('.', ',');
            case "LONGITUDE FIRST" -> longitude + ", " + latitude;
            default -> latitude + "° N, " + longitude + "° E";
        };
        Place place = index(SampleCommune.records(1, 3)).find(typed, 10).getFirst();
        assertThat(place.kind()).isEqualTo(Place.Kind.COORDINATES);
        assertThat(place.envelope().centre().distance(new Coordinate(X, Y))).isLessThan(0.2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48.3904° N 4.4861° O | EPSG:2154 | 48.3904 | -4.4861",
                "4,4861 W ; 48,3904 N | EPSG:2154 | 48.3904 | -4.4861",
                "20.8789° S, 55.4481° E | EPSG:2975 | -20.8789 | 55.4481"
            })
    void westAndSouthAreBelowZero(String typed, String code, double latitude, double longitude) throws Exception {
        Crs crs = new Crs(code);
        Coordinate there = Crs.WGS84.transform(longitude, latitude, crs);
        Envelope extent = new Envelope(there);
        extent.expandBy(1000);
        SearchIndex index = new SearchIndex(List.of(), extent, crs, layer -> List.of());
        assertThat(index.find(typed, 1))
                .singleElement()
                .satisfies(place ->
                        assertThat(place.envelope().centre().distance(there)).isLessThan(1));
        // A house number and a floor are numbers too, and no place that a projection fails on.
        for (String other : List.of("12 3", "0 89", "5 179", "99999 1")) {
            assertThat(index.find(other, 1)).isEmpty();
        }
    }

    @Test
    void coordinatesOfAnotherCommuneAreRefusedWithTheReasonAndAHouseNumberIsNone() throws Exception {
        SearchIndex index = index(SampleCommune.records(1, 3));
        assertThat(index.find("43.2965 5.3698", 10)).isEmpty();
        assertThat(SearchIndex.whyNothing("43.2965 5.3698")).isEqualTo(Words.t("search.outside"));
        assertThat(SearchIndex.whyNothing("12 3")).isEqualTo(Words.t("search.nothing", "12 3"));
    }

    private static SearchIndex index(List<BuildingRecord> records) {
        Envelope extent = new BuildingIndex(records).extent();
        return new SearchIndex(records, extent, Crs.LAMBERT_93, layer -> switch (layer) {
            case ADDRESSES ->
                List.of(feature("a1", "3 Impasse du Puits", Map.of()), feature("a2", "12 rue Émile Zola", Map.of()));
            case PARCELS -> List.of(feature("62999000AM0012", null, Map.of("section", "AM", "numero", "12")));
            default -> List.of();
        });
    }

    private static LayerFeature feature(String id, @Nullable String label, Map<String, String> values) {
        return new LayerFeature(
                id, label, new GeometryFactory().createPoint(new Coordinate(X + 5, Y + 5)), new TreeMap<>(values));
    }

    private static List<String> ids(List<Place> places) {
        return places.stream()
                .map(place ->
                        Objects.requireNonNull(place.building()).building().id())
                .toList();
    }
}
