package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hourly consumption by use, from a pack of profiles. Immutable. */
public final class LoadProfiles {
    private final DataPack pack;
    private final Holidays holidays;
    private final Map<String, Profile> profiles;

    /**
     * A use.
     *
     * @param id in files and commands
     * @param months weight of a day in each month, January first
     * @param days 24 weights per kind of day
     * @param onlyAtNight whether it runs in the dark only: street lighting
     * @param kWhPerM2 usual yearly consumption per floor area; 0 when area says nothing [kWh/m²/yr]
     * @param source to be printed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Profile(
            String id,
            String fr,
            String en,
            double[] months,
            Map<HourCalendar.DayType, double[]> days,
            boolean onlyAtNight,
            double kWhPerM2,
            String source) {
        /** Share of the year's consumption in each hour; sums up to 1. */
        public float[] shares(HourCalendar calendar) {
            double[] weights = new double[calendar.hours()];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                if (onlyAtNight && !calendar.night()[i]) {
                    continue;
                }
                double[] day = days.getOrDefault(calendar.dayType()[i], new double[24]);
                weights[i] = months[calendar.month()[i] - 1] * day[calendar.hourOfDay()[i]];
                sum += weights[i];
            }
            float[] shares = new float[weights.length];
            for (int i = 0; i < weights.length; i++) {
                shares[i] = (float) (weights[i] / sum);
            }
            return shares;
        }
    }

    private LoadProfiles(DataPack pack, Holidays holidays, Map<String, Profile> profiles) {
        this.pack = pack;
        this.holidays = holidays;
        this.profiles = profiles;
    }

    public static LoadProfiles of(DataPack pack) throws Failure {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (JsonNode node : pack.tables().path("profiles")) {
            String id = node.path("id").asText("");
            Map<HourCalendar.DayType, double[]> days = new EnumMap<>(HourCalendar.DayType.class);
            days.put(HourCalendar.DayType.WORKDAY, weights(pack, id, node.path("workday"), 24));
            days.put(HourCalendar.DayType.SATURDAY, weights(pack, id, node.path("saturday"), 24));
            days.put(HourCalendar.DayType.SUNDAY, weights(pack, id, node.path("sunday"), 24));
            days.put(HourCalendar.DayType.HOLIDAY, weights(pack, id, node.path("holiday"), 24));
            profiles.put(
                    id,
                    new Profile(
                            id,
                            node.path("fr").asText(id),
                            node.path("en").asText(id),
                            weights(pack, id, node.path("months"), 12),
                            days,
                            node.path("onlyAtNight").asBoolean(false),
                            node.path("kWhPerM2").asDouble(0),
                            node.path("source").asText("")));
        }
        if (profiles.isEmpty()) {
            throw Failure.of("rules.pack.profile", pack.file(), "profiles");
        }
        return new LoadProfiles(pack, Holidays.of(pack), profiles);
    }

    private static double[] weights(DataPack pack, String id, JsonNode list, int count) throws Failure {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = list.path(i).asDouble(Double.NaN);
            sum += weights[i];
        }
        if (id.isBlank() || list.size() != count || !(sum > 0)) {
            throw Failure.of("rules.pack.profile", pack.file(), id.isBlank() ? "id" : id);
        }
        return weights;
    }

    public DataPack pack() {
        return pack;
    }

    public Holidays holidays() {
        return holidays;
    }

    public Set<String> ids() {
        return profiles.keySet();
    }

    public Optional<Profile> named(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** The use of a building, by what is known of it: its name first, then its usage. */
    public Profile of(Building building) throws Failure {
        String id = idOf(building);
        Profile profile = profiles.get(id);
        if (profile == null) {
            throw Failure.of("rules.pack.profile", pack.file(), id);
        }
        return profile;
    }

    /** The word that comes first in a name says what it is: « Médiathèque La Salle des Pendus » is a library. */
    private static String idOf(Building building) {
        String name = building.name() == null ? "" : " " + Spelling.fold(building.name());
        String found = BY_USAGE.getOrDefault(building.usage(), "logement");
        int first = Integer.MAX_VALUE;
        for (Map.Entry<String, List<String>> words : WORDS.entrySet()) {
            for (String word : words.getValue()) {
                int at = name.indexOf(" " + word);
                if (at >= 0 && at < first) {
                    first = at;
                    found = words.getKey();
                }
            }
        }
        return found;
    }

    private static final Map<String, List<String>> WORDS = words();

    private static final Map<Usage, String> BY_USAGE = Map.of(
            Usage.PUBLIC, "mairie",
            Usage.SPORT, "gymnase",
            Usage.RELIGIOUS, "salle",
            Usage.COMMERCIAL, "commerce",
            Usage.INDUSTRIAL, "commerce",
            Usage.AGRICULTURAL, "commerce");

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("ecole", List.of("ecole", "maternelle", "college", "lycee", "groupe scolaire", "creche", "cantine"));
        words.put(
                "gymnase",
                List.of(
                        "gymnase",
                        "salle de sport",
                        "salle des sport",
                        "stade",
                        "dojo",
                        "complexe sportif",
                        "tribune"));
        words.put("salle", List.of("salle", "eglise", "chapelle", "foyer", "espace culturel"));
        words.put("mairie", List.of("mairie", "hotel de ville", "mediatheque", "bibliotheque", "ateliers municipaux"));
        return words;
    }

    /**
     * A guess at the yearly consumption of a building from its floor area, until somebody types what the bill says [kWh/yr].
     */
    public double guessKWh(Building building) throws Failure {
        double storey = pack.value("storeyHeight");
        double storeys = building.heightM() == null ? 1 : Math.max(1, Math.round(building.heightM() / storey));
        return of(building).kWhPerM2() * building.footprintM2() * storeys;
    }
}
