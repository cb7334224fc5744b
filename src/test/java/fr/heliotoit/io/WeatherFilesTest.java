package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.solar.GeocentricSun;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarPosition;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherFilesTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final Place GOTEBORG = new Place(57.70, 11.97, 10);
    private static final String PVGIS = "data/weather/pvgis-pvlib/";

    @TempDir
    Path folder;

    /** Sums by an independent reading of column 14 (awk). */
    @ParameterizedTest
    @CsvSource({
        "data/weather/epw/FRA_Lyon.074810_IWEC.epw, 1203.487",
        "data/weather/epw/NLD_Amsterdam062400_IWEC.epw, 982.481",
        "data/weather/epw/mannheim.epw, 1182.906",
        "data/weather/epw/Zuerich-Kloten_1990_2010_TMY.epw, 1163.277",
        "data/dsm/bilbao/bilbao_2021.epw, 1287.553",
        "data/dsm/athens/athens_2023.epw, 1750.511",
    })
    void readsRealEpwFiles(String file, double kWhM2) throws Failure {
        WeatherYear year = WeatherFiles.read(Shared.path(file), LENS);
        assertThat(year.hours()).isEqualTo(8760);
        assertThat(year.horizontalKWhM2()).isCloseTo(kWhM2, within(0.001));
        assertThat(year.origin().synthetic()).isFalse();
        assertThat(closure(year)).as("direct and diffuse add up to global").isLessThan(6);
    }

    @Test
    void givesTheSameYearFromTheThreeFormatsOfOnePvgisRun() throws Failure {
        WeatherYear csv = WeatherFiles.read(Shared.path(PVGIS + "tmy_45.000_8.000_2005_2023.csv"), LENS);
        WeatherYear json = WeatherFiles.read(Shared.path(PVGIS + "tmy_45.000_8.000_2005_2023.json"), LENS);
        WeatherYear epw = WeatherFiles.read(Shared.path(PVGIS + "tmy_45.000_8.000_2005_2023.epw"), LENS);
        assertThat(csv.place()).isEqualTo(new Place(45, 8, 250));
        assertThat(csv.origin().vintage()).isEqualTo("2006–2020");
        for (WeatherYear other : List.of(json, epw)) {
            assertThat(other.place()).isEqualTo(csv.place());
            assertThat(other.origin().vintage()).isEqualTo(csv.origin().vintage());
            for (int i = 0; i < 8760; i++) {
                assertThat(other.endEpochSecond(i)).isEqualTo(csv.endEpochSecond(i));
                assertThat(other.month(i)).isEqualTo(csv.month(i));
                assertThat(other.ghi(i)).isEqualTo(csv.ghi(i));
                assertThat(other.dni(i)).isEqualTo(csv.dni(i));
                assertThat(other.dhi(i)).isEqualTo(csv.dhi(i));
                assertThat(other.temperature(i)).isEqualTo(csv.temperature(i));
                // PVGIS rounds the wind to a tenth in its EPW.
                assertThat(other.wind(i)).isCloseTo(csv.wind(i), within(0.0501));
            }
        }
        // 0.1761 h after the hour, the middle of the interval.
        assertThat(csv.midEpochSecond(0, 0, 1))
                .isEqualTo(Instant.parse("2018-01-01T00:10:34Z").getEpochSecond());
        assertThat(closure(csv)).isLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({"pvgis_tmy_test.csv", "tmy_45.000_8.000_userhorizon.json"})
    void takesTheCommunesPlaceWhenAPvgisFileNamesNone(String file) throws Failure {
        Place place = new Place(45, 8, 250);
        WeatherYear year = WeatherFiles.read(Shared.path(PVGIS + file), place);
        assertThat(year.place()).isEqualTo(place);
        assertThat(year.origin().notes())
                .contains(Message.of("solar.weather.note.noplace"), Message.of("solar.weather.note.nooffset"));
    }

    @Test
    void readsTheUmepYearOfGoteborgAndFindsItsTimeZone() throws Failure {
        WeatherYear year = WeatherFiles.read(
                Shared.path("data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/GBG_TMY_1977.txt"), GOTEBORG);
        assertThat(year.horizontalKWhM2()).isCloseTo(970.012, within(0.001));
        assertThat(year.origin().notes())
                .contains(Message.of("solar.weather.note.zone", "+1"), Message.of("solar.weather.note.nowind", "1"));
        assertThat(closure(year)).isLessThan(1.5);
        for (int i = 0; i < year.hours(); i++) {
            if (year.ghi(i) > 0) {
                assertThat(lowestZenith(year, i)).as("sun in hour %d", i).isLessThan(91);
            }
        }
        assertThat(sunTimeOfCentreOfGravity(year)).isCloseTo(12, within(0.25));
    }

    @Test
    void readsALeapYearWithGlobalOnlyAndSaysThatItCalculatedTheRest() throws Failure {
        WeatherYear year = WeatherFiles.read(
                Shared.path("data/dsm/london-covent-garden/DataCoventGarden/Kc1_data2012001.txt"),
                new Place(51.51, -0.12, 20));
        assertThat(year.hours()).isEqualTo(8784);
        assertThat(year.origin().notes()).contains(Message.of("solar.weather.note.zone", "+0"));
        assertThat(year.origin().notes()).anyMatch(note -> note.key().equals("solar.weather.note.decomposed"));
        assertThat(closure(year)).isLessThan(8);
        assertThat(sunTimeOfCentreOfGravity(year)).isCloseTo(12, within(0.25));
    }

    @Test
    void bridgesMissingHoursAndSaysSo() throws Exception {
        Path file = epw(8760, i -> i % 24 == 12 && i < 24 * 20 ? "9999,9999,9999" : sun(i));
        WeatherYear year = WeatherFiles.read(file, LENS);
        assertThat(year.ghi(24 * 10 + 12)).isEqualTo(year.ghi(24 * 20 + 12)).isPositive();
        assertThat(year.origin().notes()).contains(Message.of("solar.weather.note.filled", "20"));
    }

    @Test
    void calculatesADirectThatIsMissing() throws Exception {
        Path file = epw(8760, i -> i % 24 == 12 ? "600,9999,200" : sun(i));
        WeatherYear year = WeatherFiles.read(file, LENS);
        double sinElevation =
                SolarPosition.at(year.midEpochSecond(24 * 170 + 12, 0, 1), LENS).sinElevation();
        assertThat(year.dni(24 * 170 + 12)).isCloseTo(400 / sinElevation, within(3.0));
        assertThat(year.dhi(24 * 170 + 12)).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoYearInOneSentence() throws Exception {
        assertThatThrownBy(() -> WeatherFiles.read(epw(8759, WeatherFilesTest::sun), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("compte 8\u202F759 heures");
        assertThatThrownBy(() -> WeatherFiles.read(epw(8760, i -> "9999,9999,9999"), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("le rayonnement manque pour");
        assertThatThrownBy(() -> WeatherFiles.read(epw(8760, i -> "0,0,0"), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nul toute l'année");
        assertThatThrownBy(() -> WeatherFiles.read(epw(0, WeatherFilesTest::sun), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("est vide");
        assertThatThrownBy(() -> WeatherFiles.read(epw(8760, i -> i == 100 ? "0,douze,0" : sun(i)), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("La ligne 109 ");
        assertThatThrownBy(() -> WeatherFiles.read(folder.resolve("absent.epw"), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ne peut pas être lu");
        for (String content : new String[] {"", " \n \n", "x,y\n1,2\n", "{\"a\": 1}", "[]", "time(UTC),G(h)\n", "[1"}) {
            Path file = Files.writeString(folder.resolve("bad.txt"), content);
            assertThatThrownBy(() -> WeatherFiles.read(file, LENS))
                    .as("content «%s»", content)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("bad.txt");
        }
        Path day = Shared.path("data/dsm/goteborg-kr-measured/MetFile_Prepared.txt");
        assertThatThrownBy(() -> WeatherFiles.read(day, GOTEBORG))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("compte 24 heures");
    }

    @Test
    void neverBreaksOnOddJson() throws IOException {
        try (var files = Files.list(Shared.path("data/badinput/json/JSONTestSuite"))) {
            for (Path file : files.sorted().toList()) {
                assertThatThrownBy(() -> WeatherFiles.read(file, LENS))
                        .as("%s", file.getFileName())
                        .isInstanceOf(Failure.class);
            }
        }
    }

    /** A made EPW at Lens in UTC+1. */
    private Path epw(int hours, IntFunction<String> irradiance) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("LOCATION,Lens,-,FRA,essai,0,50.43,2.83,1,40");
        for (String header : "DESIGN CONDITIONS,TYPICAL,GROUND,HOLIDAYS,COMMENTS 1,COMMENTS 2".split(",")) {
            lines.add(header + ",0");
        }
        lines.add("DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31");
        Instant start = Instant.parse("2023-01-01T00:00:00Z");
        for (int i = 0; i < hours; i++) {
            String day = start.plusSeconds(i / 24 * 86400L).toString();
            lines.add("%s,%s,%s,%d,60,flags,10.0,5,80,100000,0,1400,300,%s,0,0,0,0,180,3.0"
                    .formatted(
                            day.substring(0, 4),
                            day.substring(5, 7),
                            day.substring(8, 10),
                            i % 24 + 1,
                            irradiance.apply(i)));
        }
        return Files.write(folder.resolve("essai.epw"), lines);
    }

    private static String sun(int i) {
        double noon = Math.max(0, Math.cos(Math.PI * (i % 24 - 11.5) / 8));
        return String.format(Locale.ROOT, "%.0f,0,%.0f", 300 * noon, 300 * noon);
    }

    /** Root mean square of DHI + DNI sin h − GHI over hours with more than 50 W/m² [W/m²]. */
    private static double closure(WeatherYear year) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < year.hours(); i++) {
            if (year.ghi(i) > 50) {
                double sin = Math.max(
                        0,
                        SolarPosition.at(year.midEpochSecond(i, 0, 1), year.place())
                                .sinElevation());
                double off = year.dhi(i) + year.dni(i) * sin - year.ghi(i);
                sum += off * off;
                n++;
            }
        }
        return Math.sqrt(sum / n);
    }

    private static double lowestZenith(WeatherYear year, int i) {
        double lowest = 180;
        for (int part = 0; part < 12; part++) {
            lowest = Math.min(
                    lowest,
                    SolarPosition.at(year.midEpochSecond(i, part, 12), year.place())
                            .zenithDeg());
        }
        return lowest;
    }

    /** Apparent solar time around which the year's global irradiance is balanced [h]: near 12, cloudy afternoons apart; a zone wrong by one is off by 1. */
    private static double sunTimeOfCentreOfGravity(WeatherYear year) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < year.hours(); i++) {
            double mid = year.midEpochSecond(i, 0, 1);
            GeocentricSun sun = GeocentricSun.at(mid, 60);
            double hour = mid % 86400 / 3600 + year.place().longitudeDeg() / 15 + sun.equationOfTimeMin() / 60;
            sum += year.ghi(i) * hour;
            weight += year.ghi(i);
        }
        return sum / weight;
    }
}
