package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entries of the history: imports and undone imports, each a complete state ({@link Contents}). All in the transaction of the caller. */
final class History {
    private History() {}

    static List<HistoryEntry> entries(Connection connection) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM millesimes ORDER BY id")) {
            while (row.next()) {
                long id = row.getLong("id");
                Map<String, Long> contents = Contents.of(connection, id);
                Snapshot snapshot = new Snapshot(
                        id,
                        row.getString("millesime"),
                        Instant.parse(row.getString("cree_le")),
                        stateSources(connection, contents),
                        row.getInt("batiments"));
                long undone = row.getLong("annule");
                HistoryEntry.Counts counts = row.getObject("ajoutes") == null
                        ? null
                        : new HistoryEntry.Counts(
                                row.getInt("ajoutes"),
                                row.getInt("modifies"),
                                row.getInt("retires"),
                                row.getInt("identiques"));
                entries.add(new HistoryEntry(
                        snapshot,
                        row.getBoolean("courant"),
                        sources(connection, id, "import"),
                        undone == 0 ? null : undone,
                        counts,
                        contents));
            }
        }
        return entries;
    }

    /** The entry that everything shows; empty in a new project. */
    static HistoryEntry current(Connection connection) throws SQLException {
        return entries(connection).stream()
                .filter(HistoryEntry::current)
                .findFirst()
                .orElse(HistoryEntry.NONE);
    }

    /** The files that a state is made of: those that brought what it holds. */
    private static List<Snapshot.Source> stateSources(Connection connection, Map<String, Long> contents)
            throws SQLException {
        List<Snapshot.Source> all = new ArrayList<>();
        for (Map.Entry<String, Long> content : contents.entrySet()) {
            boolean buildings = content.getKey().equals(Contents.BUILDINGS);
            for (Snapshot.Source source : sources(connection, content.getValue(), "import")) {
                boolean ofLayer = Layer.ofCode(source.kind()).isPresent();
                if (buildings ? !ofLayer : source.kind().equals(content.getKey())) {
                    all.add(source);
                }
            }
        }
        return all;
    }

    static List<Snapshot.Source> sources(Connection connection, long snapshot, String role) throws SQLException {
        List<Snapshot.Source> sources = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT nature, nom, sha256 FROM sources WHERE snapshot = ? AND role = ? ORDER BY id")) {
            select.setLong(1, snapshot);
            select.setString(2, role);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sources.add(new Snapshot.Source(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return sources;
    }

    static void addSources(Connection connection, long snapshot, String role, List<Snapshot.Source> sources)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sources(snapshot, role, nature, nom, sha256) VALUES (?, ?, ?, ?, ?)")) {
            for (Snapshot.Source source : sources) {
                insert.setLong(1, snapshot);
                insert.setString(2, role);
                insert.setString(3, source.kind());
                insert.setString(4, source.name());
                insert.setString(5, source.sha256());
                insert.execute();
            }
        }
    }

    /** @return the id of the new entry */
    static long commit(Connection connection, ImportCommit commit, int srs, Progress progress) throws SQLException {
        HistoryEntry before = current(connection);
        List<Building> buildings = commit.buildings();
        int count = buildings != null ? buildings.size() : before.snapshot().buildings();
        String vintage = buildings != null || !before.contents().containsKey(Contents.BUILDINGS)
                ? commit.vintage()
                : before.snapshot().vintage();
        ChangeSet changes = commit.changes();
        long id = entry(connection, vintage, count, null);
        if (buildings != null) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE millesimes SET ajoutes = ?," + " modifies = ?, retires = ?, identiques = ? WHERE id = ?")) {
                update.setInt(1, changes.added().size());
                update.setInt(2, changes.changed().size());
                update.setInt(3, changes.removed().size());
                update.setInt(4, changes.unchanged().size());
                update.setLong(5, id);
                update.execute();
            }
        }
        addSources(connection, id, "import", commit.sources());
        Map<String, Long> contents = new TreeMap<>(before.contents());
        if (buildings != null) {
            replaceBuildings(connection, contents, id, commit, buildings, vintage, srs, progress);
        }
        for (Map.Entry<Layer, List<LayerFeature>> layer : commit.layers().entrySet()) {
            String content = layer.getKey().code();
            makeRoom(connection, contents, content, id);
            LayerTable.insert(connection, layer.getKey(), layer.getValue(), srs, progress);
        }
        inputs(connection, contents, id, commit.inputs());
        Contents.put(connection, id, contents);
        Journal.addFindings(connection, id, commit.findings());
        progress.check(); // The last moment to give up: nothing is committed yet.
        return id;
    }

    private static void replaceBuildings(
            Connection connection,
            Map<String, Long> contents,
            long id,
            ImportCommit commit,
            List<Building> buildings,
            String vintage,
            int srs,
            Progress progress)
            throws SQLException {
        @Nullable Long earlier = contents.get(Contents.BUILDINGS);
        Map<String, List<RoofPlane>> planes = earlier == null ? Map.of() : PlaneTable.read(connection, Rows.CURRENT);
        List<ModuleArray> modules = earlier == null ? List.of() : ModuleTable.all(connection);
        makeRoom(connection, contents, Contents.BUILDINGS, id);
        BuildingTable.insert(connection, vintage, buildings, srs, progress);
        BuildingFiles.link(connection, id, commit.changes());
        if (earlier == null) {
            return;
        }
        // Outcomes from a surface model that this very import replaces would not be worth keeping.
        Map<String, String> kept = BuildingTable.keepOutcomes(
                connection, earlier, id, commit.inputs().isEmpty(), progress);
        if (kept.isEmpty()) {
            return;
        }
        Map<String, String> now = new HashMap<>();
        kept.forEach((building, former) -> now.put(former, building));
        PlaneTable.replace(
                connection,
                planes.entrySet().stream()
                        .filter(e -> now.containsKey(e.getKey()))
                        .flatMap(e -> e.getValue().stream())
                        .map(plane -> plane.of(now.getOrDefault(plane.buildingId(), plane.buildingId())))
                        .sorted(java.util.Comparator.comparing(RoofPlane::id))
                        .toList(),
                srs);
        ModuleTable.replace(
                connection,
                modules.stream()
                        .filter(m -> now.containsKey(m.buildingId()))
                        .map(m -> m.of(now.getOrDefault(m.buildingId(), m.buildingId())))
                        .toList(),
                srs);
        addSources(connection, id, "calcul", sources(connection, earlier, "calcul"));
    }

    private static void inputs(Connection connection, Map<String, Long> contents, long id, List<InputFile> inputs)
            throws SQLException {
        Map<String, Integer> ranks = new HashMap<>();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entrees VALUES (?, ?, ?, ?, ?)")) {
            for (InputFile input : inputs) {
                String kind = input.kind().code();
                if (!ranks.containsKey(kind)) {
                    makeRoom(connection, contents, kind, id);
                }
                insert.setString(1, kind);
                insert.setInt(2, ranks.merge(kind, 1, Integer::sum) - 1);
                insert.setString(3, input.path());
                insert.setString(4, input.sha256());
                insert.setString(5, input.crs());
                insert.execute();
            }
        }
    }

    /** What was there goes to the archive; what comes is of this entry. */
    private static void makeRoom(Connection connection, Map<String, Long> contents, String content, long id)
            throws SQLException {
        Long earlier = contents.put(content, id);
        if (earlier != null) {
            Contents.archive(connection, content, earlier);
        }
    }

    private static long entry(Connection connection, String vintage, int buildings, @Nullable Long undone)
            throws SQLException {
        Sql.execute(connection, "UPDATE millesimes SET courant = 0");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO millesimes(millesime, cree_le, batiments, courant, annule) VALUES (?, ?, ?, 1, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, vintage);
            insert.setString(2, Schema.now());
            insert.setInt(3, buildings);
            insert.setObject(4, undone);
            insert.execute();
            try (ResultSet key = insert.getGeneratedKeys()) {
                return key.getLong(1);
            }
        }
    }

    /**
     * Takes back what an entry brought, and what later ones brought of the same contents; other contents stay.
     *
     * @throws Failure when there is no such entry, or nothing of it is left
     */
    static long undo(Connection connection, long undone) throws SQLException, Failure {
        List<HistoryEntry> entries = entries(connection);
        HistoryEntry target = entries.stream()
                .filter(e -> e.snapshot().id() == undone)
                .findFirst()
                .orElseThrow(() -> Failure.of(
                        "store.undo.unknown",
                        undone,
                        entries.stream()
                                .map(e -> String.valueOf(e.snapshot().id()))
                                .collect(Collectors.joining(", "))));
        HistoryEntry before = entries.stream()
                .filter(e -> e.snapshot().id() < undone)
                .reduce((a, b) -> b)
                .orElse(HistoryEntry.NONE);
        HistoryEntry now = current(connection);
        Map<String, Long> contents = new TreeMap<>(now.contents());
        int buildings = now.snapshot().buildings();
        String vintage = now.snapshot().vintage();
        boolean any = false;
        for (String content : target.touched(before)) {
            @Nullable Long wanted = before.contents().get(content);
            @Nullable Long there = contents.get(content);
            if (java.util.Objects.equals(wanted, there)) {
                continue;
            }
            any = true;
            if (there != null) {
                Contents.archive(connection, content, there);
                contents.remove(content);
            }
            if (wanted != null) {
                Contents.restore(connection, content, wanted);
                contents.put(content, wanted);
            }
            if (content.equals(Contents.BUILDINGS)) {
                buildings = before.snapshot().buildings();
                vintage = wanted == null ? vintage : before.snapshot().vintage();
            }
        }
        if (!any) {
            throw Failure.of("store.undo.nothing", undone);
        }
        long id = entry(connection, vintage, buildings, undone);
        Contents.put(connection, id, contents);
        return id;
    }
}
