package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.LensProject;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Random imports, updates and undos, held against a model in which every content of a state has a version: whatever came before, an undo
 * brings back the very content that there was, and what staff have written stays with its building.
 */
class HistoryPropertyTest extends LensProject {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final List<String> CONTENTS =
            List.of(Contents.BUILDINGS, Layer.ADDRESSES.code(), Layer.PARCELS.code());
    private static final int STEPS = 16;
    private static final int PLACES = 12;
    /** Buildings that every update has, whose notes are watched. */
    private static final int LANDMARKS = 3;

    /** What every state holds, by content, as the number of the version; the first is the new project. */
    private final List<Map<String, Integer>> states = new ArrayList<>(List.of(Map.of()));

    private final Map<String, Map<Integer, List<String>>> versions = new HashMap<>();
    /** What people see of the buildings, by the versions that it is made of. */
    private final Map<List<Integer>, List<String>> shown = new HashMap<>();

    private final Map<String, String> notes = new TreeMap<>();
    private Random random = new Random();
    private int version;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anUndoBringsBackWhatThereWas(long seed) throws Exception {
        random = new Random(seed);
        load(true, false, false);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> load(true, random.nextBoolean(), random.nextBoolean());
                case 2 -> load(false, true, random.nextBoolean());
                case 3 -> load(false, false, true);
                case 4 -> write();
                // Not the first import: without buildings there is nobody whose notes they could be.
                default -> undo(2 + random.nextInt(Math.max(1, states.size() - 2)));
            }
            check();
        }
        int wanted = 1 + random.nextInt(states.size() - 1);
        for (int entry = states.size() - 1; entry > wanted; entry--) {
            undo(entry);
        }
        assertThat(states.getLast()).isEqualTo(states.get(wanted));
        check();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    private void load(boolean withBuildings, boolean withAddresses, boolean withParcels) throws Failure {
        List<Building> before = project.imported();
        List<Building> buildings = withBuildings ? buildings() : null;
        Map<Layer, List<LayerFeature>> layers = new EnumMap<>(Layer.class);
        if (withAddresses) {
            layers.put(Layer.ADDRESSES, addresses());
        }
        if (withParcels) {
            layers.put(Layer.PARCELS, parcels());
        }
        project.commit(
                new ImportCommit(
                        "2026-01",
                        project.head(),
                        List.of(),
                        buildings,
                        Comparison.of(before, buildings == null ? before : buildings),
                        layers,
                        List.of(),
                        List.of()),
                Progress.NONE);
        version++;
        Map<String, Integer> state = new TreeMap<>(states.getLast());
        if (buildings != null) {
            bring(
                    state,
                    Contents.BUILDINGS,
                    buildings.stream().map(Object::toString).sorted().toList());
        }
        layers.forEach((layer, features) -> bring(
                state, layer.code(), features.stream().map(Object::toString).toList()));
        states.add(state);
    }

    private void bring(Map<String, Integer> state, String content, List<String> what) {
        state.put(content, version);
        versions.computeIfAbsent(content, c -> new HashMap<>()).put(version, what);
    }

    private void undo(int entry) throws Failure {
        if (entry >= states.size()) {
            return;
        }
        Map<String, Integer> before = states.get(entry - 1);
        Map<String, Integer> after = states.get(entry);
        Map<String, Integer> now = new TreeMap<>(states.getLast());
        for (String content : CONTENTS) {
            if (!Objects.equals(before.get(content), after.get(content))) {
                now.remove(content);
                if (before.containsKey(content)) {
                    now.put(content, before.get(content));
                }
            }
        }
        if (now.equals(states.getLast())) {
            assertThatThrownBy(() -> project.undo(entry)).isInstanceOf(Failure.class);
        } else {
            project.undo(entry);
            states.add(now);
        }
    }

    private void write() throws Failure {
        String id = "L" + random.nextInt(LANDMARKS);
        String text = "note " + random.nextInt();
        project.saveFile(new BuildingFile(
                id,
                ProjectStatus.NONE,
                text,
                new TreeMap<>(Map.of("amiante", text)),
                new TreeMap<>(Map.of(2025, 7.0))));
        notes.put(id, text);
    }

    private void check() throws Failure {
        Map<String, Integer> state = states.getLast();
        assertThat(project.head()).isEqualTo(states.size() - 1);
        assertThat(project.imported()).extracting(Object::toString).isEqualTo(known(Contents.BUILDINGS));
        assertThat(project.layer(Layer.ADDRESSES))
                .extracting(Object::toString)
                .isEqualTo(known(Layer.ADDRESSES.code()));
        assertThat(project.layer(Layer.PARCELS)).extracting(Object::toString).isEqualTo(known(Layer.PARCELS.code()));
        List<String> seen = project.records().stream()
                .map(BuildingRecord::building)
                .map(Object::toString)
                .toList();
        List<Integer> made =
                CONTENTS.stream().map(c -> state.getOrDefault(c, 0)).toList();
        assertThat(shown.computeIfAbsent(made, m -> seen)).isEqualTo(seen);
        for (Building building : project.imported()) {
            if (notes.containsKey(building.id())) {
                BuildingFile file = project.file(building.id());
                assertThat(file.notes()).isEqualTo(notes.get(building.id()));
                assertThat(file.survey()).containsEntry("amiante", file.notes());
                assertThat(file.measuredKWh()).containsEntry(2025, 7.0);
            }
        }
    }

    private List<String> known(String content) {
        Integer of = states.getLast().get(content);
        return of == null ? List.of() : versions.getOrDefault(content, Map.of()).getOrDefault(of, List.of());
    }

    /** Some of the places, under ids that change from one time to another, some with an address of their own; landmarks always. */
    private List<Building> buildings() {
        List<Building> buildings = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            boolean landmark = i < LANDMARKS;
            if (!landmark && random.nextInt(4) == 0) {
                continue;
            }
            String id = landmark ? "L" + i : (char) ('A' + random.nextInt(3)) + "-" + i;
            double width = 10 + random.nextInt(3);
            buildings.add(new Building(
                    id,
                    GEOMETRY.toGeometry(new Envelope(i * 40.0, i * 40.0 + width, 0, 10)),
                    random.nextInt(5) == 0 ? "nom " + i : null,
                    random.nextInt(4) == 0 ? "à elle " + i : null,
                    null,
                    Usage.UNKNOWN,
                    false,
                    null));
        }
        buildings.sort(java.util.Comparator.comparing(Building::id));
        return buildings;
    }

    private List<LayerFeature> addresses() {
        List<LayerFeature> addresses = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(PLACES); i++) {
            addresses.add(new LayerFeature(
                    "a" + i,
                    random.nextInt(100) + " rue X",
                    GEOMETRY.createPoint(new Coordinate(random.nextInt(40 * PLACES), random.nextInt(20))),
                    new TreeMap<>()));
        }
        return addresses;
    }

    private List<LayerFeature> parcels() {
        List<LayerFeature> parcels = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(PLACES); i++) {
            double x = random.nextInt(40 * PLACES);
            parcels.add(new LayerFeature(
                    "p" + version + "-" + i,
                    null,
                    GEOMETRY.toGeometry(new Envelope(x, x + 30, -5, 15)),
                    new TreeMap<>()));
        }
        return parcels;
    }
}
