package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The project file of a commune: a GeoPackage. Every change is one transaction, so the file is always the state before or the state
 * after. Safe for several threads, which take turns.
 */
public final class ProjectFile implements AutoCloseable {
    private static final int BUSY_MILLIS = 2000;

    private final Path path;
    private final Connection connection;
    private final boolean readOnly;
    private final ProjectInfo info;

    private ProjectFile(Path path, Connection connection, boolean readOnly, ProjectInfo info) {
        this.path = path;
        this.connection = connection;
        this.readOnly = readOnly;
        this.info = info;
    }

    /**
     * Makes a new project file.
     *
     * @throws Failure when there is a file already, or none can be made there
     */
    public static ProjectFile create(Path file, ProjectInfo info) throws Failure {
        if (Files.exists(file)) {
            throw Failure.of("store.exists", file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.of("store.folder", file);
        }
        String code = info.crs().code();
        if (!code.matches("[A-Z]+:\\d+")) {
            throw Failure.of("store.crs", code);
        }
        boolean made = false;
        Connection connection = connect(file, false);
        try {
            Sql.execute(connection, "BEGIN IMMEDIATE");
            Schema.create(connection, info);
            Journal.add(connection, "creation", info.commune().name());
            Sql.execute(connection, "COMMIT");
            made = true;
            return new ProjectFile(file, connection, false, info);
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } finally {
            if (!made) {
                Sql.close(connection);
                try {
                    Files.deleteIfExists(file);
                } catch (IOException leftover) {
                    // The failure that is on its way says more than this one.
                    assert leftover != null;
                }
            }
        }
    }

    /**
     * Opens a project file: to read and write, or to read only when the file or its folder cannot be written ({@link #readOnly()}).
     *
     * @throws Failure when it is absent, not a project of Héliotoit, damaged, or made by a newer version
     */
    public static ProjectFile open(Path file) throws Failure {
        if (!Files.isRegularFile(file)) {
            throw Failure.of("store.missing", file);
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        boolean readOnly = !Files.isWritable(file) || !Files.isWritable(folder);
        Connection connection = connect(file, readOnly);
        boolean opened = false;
        try {
            ProjectInfo info = read(file, connection);
            migrate(file, connection, readOnly, srs(info));
            opened = true;
            return new ProjectFile(file, connection, readOnly, info);
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } finally {
            if (!opened) {
                Sql.close(connection);
            }
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws Failure {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // One file and no companions when nobody writes; unlike WAL it also works on network drives.
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.setOpenMode(SQLiteOpenMode.READWRITE);
        }
        try {
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        }
    }

    private static ProjectInfo read(Path file, Connection connection) throws SQLException, Failure {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("PRAGMA application_id")) {
                if (row.getInt(1) != Schema.APPLICATION_ID) {
                    throw Failure.of("store.not.project", file);
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('projet', 'batiments')")) {
                if (row.getInt(1) != 2) {
                    throw Failure.of("store.not.project", file);
                }
            }
            Map<String, String> properties = new HashMap<>();
            try (ResultSet row = statement.executeQuery("SELECT cle, valeur FROM projet WHERE valeur IS NOT NULL")) {
                while (row.next()) {
                    properties.put(row.getString(1), row.getString(2));
                }
            }
            String format = properties.getOrDefault("format", "");
            if (!format.matches("\\d{1,6}") || !properties.containsKey("nom") || !properties.containsKey("crs")) {
                throw Failure.of("store.not.project", file);
            }
            if (Integer.parseInt(format) > Schema.FORMAT) {
                throw Failure.of("store.newer", file);
            }
            String population = properties.get("population");
            return new ProjectInfo(
                    new Commune(
                            properties.get("insee"),
                            Objects.requireNonNull(properties.get("nom")),
                            properties.get("epci"),
                            population == null ? null : Integer.valueOf(population)),
                    new Crs(Objects.requireNonNull(properties.get("crs"))),
                    Boolean.parseBoolean(properties.get("synthetique")));
        }
    }

    public Path path() {
        return path;
    }

    public ProjectInfo info() {
        return info;
    }

    /** Whether the file could only be opened for reading: changes fail then. */
    public boolean readOnly() {
        return readOnly;
    }

    /** The snapshot that everything shows; empty before buildings are imported. */
    public Optional<Snapshot> current() throws Failure {
        return query(connection -> {
            HistoryEntry current = History.current(connection);
            return current.contents().containsKey(Contents.BUILDINGS)
                    ? Optional.of(current.snapshot())
                    : Optional.empty();
        });
    }

    /** All imports and undone imports, oldest first. */
    public List<HistoryEntry> history() throws Failure {
        return query(History::entries);
    }

    /** The states of the history, oldest first. */
    public List<Snapshot> snapshots() throws Failure {
        return history().stream().map(HistoryEntry::snapshot).toList();
    }

    /** What the outcomes of the current snapshot were computed from; empty before a computation. */
    public List<Snapshot.Source> computationSources() throws Failure {
        return query(connection -> {
            Long origin = History.current(connection).contents().get(Contents.BUILDINGS);
            return origin == null ? List.of() : History.sources(connection, origin, "calcul");
        });
    }

    /** The buildings of the current snapshot, ordered by id; empty before the first import. */
    public List<BuildingRecord> records() throws Failure {
        return query(connection -> BuildingTable.read(connection, null));
    }

    /**
     * The buildings of any snapshot, ordered by id.
     *
     * @throws Failure when there is no such snapshot
     */
    public List<BuildingRecord> records(long snapshot) throws Failure {
        return query(connection -> {
            List<HistoryEntry> entries = History.entries(connection);
            HistoryEntry wanted = entries.stream()
                    .filter(e -> e.snapshot().id() == snapshot)
                    .findFirst()
                    .orElseThrow(() -> Failure.of(
                            "store.undo.unknown",
                            snapshot,
                            entries.stream()
                                    .map(e -> String.valueOf(e.snapshot().id()))
                                    .collect(Collectors.joining(", "))));
            Long origin = wanted.contents().get(Contents.BUILDINGS);
            if (origin == null) {
                return List.of();
            }
            boolean live = origin.equals(History.current(connection).contents().get(Contents.BUILDINGS));
            return BuildingTable.read(connection, live ? null : origin);
        });
    }

    /** The features of a layer in the current state, in the order of their import. */
    public List<LayerFeature> layer(Layer layer) throws Failure {
        return query(connection -> LayerTable.read(connection, layer));
    }

    /**
     * Writes an import: a new entry of the history, which becomes current. What it replaces goes to the archive. Buildings that are where
     * they were keep their outcomes; the others start as "not computed".
     *
     * @throws Failure when the history has gone on since {@link ImportCommit#base}; nothing is written then
     */
    public Snapshot commit(ImportCommit commit, Progress progress) throws Failure {
        return change(connection -> {
            if (History.current(connection).snapshot().id() != commit.base()) {
                throw Failure.of("store.import.overtaken", path);
            }
            History.commit(connection, commit, srs(), progress);
            // An evaluation is of data that are no longer these.
            EvaluationTable.drop(connection);
            Snapshot now = History.current(connection).snapshot();
            Journal.add(
                    connection,
                    "import",
                    now.vintage() + " : " + now.buildings() + " — "
                            + Stream.concat(
                                            commit.sources().stream().map(Snapshot.Source::name),
                                            commit.inputs().stream()
                                                    .map(i -> i.kind().code() + " " + i.name()))
                                    .collect(Collectors.joining(", ")));
            return now;
        });
    }

    /** The newest entry of the history, 0 for none: what {@link ImportCommit#base} wants. */
    public long head() throws Failure {
        return query(connection -> History.current(connection).snapshot().id());
    }

    /**
     * Takes back an import of any time, together with later ones of the same contents (buildings, a layer, a kind of raster). Nothing is
     * lost: it is a new entry of the history, which can be undone as well. What staff wrote about buildings stays.
     *
     * @return the state that is current then
     */
    public Snapshot undo(long entry) throws Failure {
        return change(connection -> {
            History.undo(connection, entry);
            EvaluationTable.drop(connection);
            Snapshot now = History.current(connection).snapshot();
            Journal.add(connection, "annulation", entry + " : " + now.vintage() + " : " + now.buildings());
            return now;
        });
    }

    /** What staff have written about a building, under its present id or an earlier one; an empty file when nothing. */
    public BuildingFile file(String buildingId) throws Failure {
        return query(connection -> BuildingFiles.read(connection, buildingId));
    }

    /** The ids of the buildings that something is written about. */
    public List<String> files() throws Failure {
        return query(BuildingFiles::ids);
    }

    /** Writes a building's file in place of the one there was; an empty one removes it. */
    public void saveFile(BuildingFile file) throws Failure {
        change(connection -> {
            BuildingFiles.save(connection, file);
            return file;
        });
    }

    /** {@link #saveOutcomes(Snapshot, List, List, List, Map, Progress)} without modules. */
    public void saveOutcomes(
            Snapshot snapshot,
            List<Snapshot.Source> sources,
            List<RoofPlane> planes,
            Map<String, Outcome> outcomes,
            Progress progress)
            throws Failure {
        saveOutcomes(snapshot, sources, planes, List.of(), outcomes, progress);
    }

    /**
     * Replaces planes, modules and outcomes of a snapshot.
     *
     * @param snapshot the one they were computed for
     * @param sources what they were computed from
     * @param outcomes by building id; buildings that are not named become "not computed"
     * @throws Failure when other buildings have become current meanwhile; nothing is changed then
     */
    public void saveOutcomes(
            Snapshot snapshot,
            List<Snapshot.Source> sources,
            List<RoofPlane> planes,
            List<ModuleArray> modules,
            Map<String, Outcome> outcomes,
            Progress progress)
            throws Failure {
        change(connection -> {
            long origin = requireBuildings(connection, snapshot);
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM sources WHERE snapshot = ? AND role = 'calcul'")) {
                delete.setLong(1, origin);
                delete.execute();
            }
            History.addSources(connection, origin, "calcul", sources);
            PlaneTable.replace(connection, planes, srs());
            ModuleTable.replace(connection, modules, srs());
            BuildingTable.update(connection, outcomes, progress);
            // An evaluation is of figures that are no more.
            EvaluationTable.drop(connection);
            Journal.add(
                    connection,
                    "calcul",
                    outcomes.size() + " — "
                            + sources.stream().map(Snapshot.Source::name).collect(Collectors.joining(", ")));
            return snapshot;
        });
    }

    /**
     * Keeps values of evaluations beside the buildings' figures. Values of other attributes stay; what is named without a value is taken
     * away.
     *
     * @param snapshot the one they were evaluated for
     * @param attributes which attributes these values are of
     * @param values by building id; a building that is not named has none
     * @param packs the data packs that they come from, as they are cited
     * @throws Failure when another snapshot has become current meanwhile; nothing is changed then
     */
    public void saveEvaluations(
            Snapshot snapshot,
            Set<Attribute> attributes,
            Map<String, Map<Attribute, Object>> values,
            List<String> packs)
            throws Failure {
        change(connection -> {
            requireBuildings(connection, snapshot);
            EvaluationTable.replace(connection, attributes, values, packs);
            Journal.add(connection, "evaluation", String.join(" ; ", packs));
            return snapshot;
        });
    }

    /** The data packs that an attribute's values in this project come from, as they are cited; empty before an evaluation. */
    public List<String> citations(Attribute attribute) throws Failure {
        return query(connection -> EvaluationTable.citations(connection, attribute));
    }

    /** The entry that brought the buildings of a snapshot, which must still be those of the current one. */
    private long requireBuildings(Connection connection, Snapshot snapshot) throws SQLException, Failure {
        Long origin = Contents.of(connection, snapshot.id()).get(Contents.BUILDINGS);
        if (origin == null
                || !origin.equals(History.current(connection).contents().get(Contents.BUILDINGS))) {
            throw Failure.of("store.snapshot.changed", path);
        }
        return origin;
    }

    /** The rasters and weather files known; several of one kind are the tiles of one raster. */
    public List<InputFile> inputs() throws Failure {
        return query(connection -> {
            List<InputFile> inputs = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT nature, chemin, sha256, crs FROM entrees ORDER BY nature, rang")) {
                while (row.next()) {
                    InputFile.Kind kind =
                            InputFile.Kind.ofCode(row.getString(1)).orElse(null);
                    if (kind != null) {
                        inputs.add(new InputFile(kind, row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
            }
            return inputs;
        });
    }

    /** The modules laid on the planes of a building of the current snapshot, largest plane first. */
    public List<ModuleArray> modules(String buildingId) throws Failure {
        return query(connection -> ModuleTable.ofBuilding(connection, buildingId));
    }

    /** The modules of all planes of the current snapshot whose modules meet a rectangle of the project's CRS. */
    public List<ModuleArray> modules(Envelope envelope) throws Failure {
        return query(connection -> ModuleTable.within(connection, envelope));
    }

    /** Everything that happened, oldest first. */
    public List<JournalEntry> journal() throws Failure {
        return query(Journal::read);
    }

    /** Writes down something that did not change the data, such as a report made. */
    public void note(String action, String detail) throws Failure {
        change(connection -> {
            Journal.add(connection, action, detail);
            return action;
        });
    }

    /** Brings a file of an older version up to date, in one transaction. */
    private static void migrate(Path file, Connection connection, boolean readOnly, int srs)
            throws SQLException, Failure {
        if (format(connection) == Schema.FORMAT) {
            return;
        }
        if (readOnly) {
            throw Failure.of("store.old.read.only", file);
        }
        boolean done = false;
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            // Another program may have done it between the look and the lock.
            int format = format(connection);
            Schema.migrate(connection, format, srs);
            Sql.execute(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                Sql.rollback(connection);
            }
        }
    }

    private static int format(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT valeur FROM projet WHERE cle = 'format'")) {
            return row.getInt(1);
        }
    }

    private int srs() {
        return srs(info);
    }

    private static int srs(ProjectInfo info) {
        return Integer.parseInt(info.crs().code().substring(info.crs().code().indexOf(':') + 1));
    }

    @FunctionalInterface
    private interface Work<T> {
        @Nullable
        T on(Connection connection) throws SQLException, Failure;
    }

    private synchronized <T> T query(Work<T> work) throws Failure {
        try {
            return Objects.requireNonNull(work.on(connection));
        } catch (SQLException e) {
            throw Sql.failure(path, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A number or date that another program wrote there.
            throw new Failure(Message.of("store.failed", path, String.valueOf(e.getMessage())), e);
        }
    }

    /** One transaction: all of it or nothing, whatever is thrown. */
    private synchronized <T> T change(Work<T> work) throws Failure {
        if (readOnly) {
            throw Failure.of("store.read.only", path);
        }
        boolean open = false;
        try {
            Sql.execute(connection, "BEGIN IMMEDIATE");
            open = true;
            T result = Objects.requireNonNull(work.on(connection));
            Sql.execute(connection, "COMMIT");
            open = false;
            return result;
        } catch (SQLException e) {
            throw Sql.failure(path, e);
        } finally {
            if (open) {
                Sql.rollback(connection);
            }
        }
    }

    @Override
    public synchronized void close() {
        Sql.close(connection);
    }
}
