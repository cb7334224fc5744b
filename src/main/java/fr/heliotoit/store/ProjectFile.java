package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** The snapshot that everything shows; empty before the first import. */
    public Optional<Snapshot> current() throws Failure {
        return snapshots("WHERE courant").stream().findFirst();
    }

    /** All snapshots, oldest first. */
    public List<Snapshot> snapshots() throws Failure {
        return snapshots("");
    }

    private List<Snapshot> snapshots(String where) throws Failure {
        return query(connection -> {
            List<Snapshot> snapshots = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT id, millesime, cree_le, batiments FROM millesimes " + where + " ORDER BY id")) {
                while (row.next()) {
                    snapshots.add(new Snapshot(
                            row.getLong(1),
                            row.getString(2),
                            Instant.parse(row.getString(3)),
                            sources(connection, row.getLong(1), "import"),
                            row.getInt(4)));
                }
            }
            return snapshots;
        });
    }

    /** What the outcomes of the current snapshot were computed from; empty before a computation. */
    public List<Snapshot.Source> computationSources() throws Failure {
        Optional<Snapshot> current = current();
        return current.isEmpty()
                ? List.of()
                : query(connection -> sources(connection, current.get().id(), "calcul"));
    }

    private static List<Snapshot.Source> sources(Connection connection, long snapshot, String role)
            throws SQLException {
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

    private static void addSources(Connection connection, long snapshot, String role, List<Snapshot.Source> sources)
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

    /** The buildings of the current snapshot, ordered by id; empty before the first import. */
    public List<BuildingRecord> records() throws Failure {
        return query(BuildingTable::read);
    }

    /**
     * Makes a new snapshot of these buildings and makes it current; the one before goes to the archive. Outcomes start as "not
     * computed".
     *
     * @param vintage name of the data's date, such as {@code 2026-03}
     * @param buildings ids are unique
     * @param findings what was odd, kept with the snapshot
     */
    public Snapshot commit(
            String vintage,
            List<Snapshot.Source> sources,
            List<Building> buildings,
            List<Finding> findings,
            Progress progress)
            throws Failure {
        return change(connection -> {
            long id;
            Instant now = Instant.parse(Schema.now());
            BuildingTable.archiveCurrent(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO millesimes(millesime, cree_le, batiments, courant) VALUES (?, ?, ?, 1)",
                    Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, vintage);
                insert.setString(2, now.toString());
                insert.setInt(3, buildings.size());
                insert.execute();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    id = key.getLong(1);
                }
            }
            addSources(connection, id, "import", sources);
            BuildingTable.insert(connection, vintage, buildings, srs(), progress);
            Journal.addFindings(connection, id, findings);
            Journal.add(
                    connection,
                    "import",
                    vintage + " : " + buildings.size() + " — "
                            + String.join(
                                    ", ",
                                    sources.stream().map(Snapshot.Source::name).toList()));
            return new Snapshot(id, vintage, now, sources, buildings.size());
        });
    }

    /**
     * Replaces planes and outcomes of a snapshot.
     *
     * @param snapshot the one they were computed for
     * @param sources what they were computed from
     * @param outcomes by building id; buildings that are not named become "not computed"
     * @throws Failure when another snapshot has become current meanwhile; nothing is changed then
     */
    public void saveOutcomes(
            Snapshot snapshot,
            List<Snapshot.Source> sources,
            List<RoofPlane> planes,
            Map<String, Outcome> outcomes,
            Progress progress)
            throws Failure {
        change(connection -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("SELECT id FROM millesimes WHERE courant")) {
                if (!row.next() || row.getLong(1) != snapshot.id()) {
                    throw Failure.of("store.snapshot.changed", path);
                }
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM sources WHERE snapshot = ? AND role = 'calcul'")) {
                delete.setLong(1, snapshot.id());
                delete.execute();
            }
            addSources(connection, snapshot.id(), "calcul", sources);
            PlaneTable.replace(connection, planes, srs());
            BuildingTable.update(connection, outcomes, progress);
            Journal.add(
                    connection,
                    "calcul",
                    outcomes.size() + " — "
                            + String.join(
                                    ", ",
                                    sources.stream().map(Snapshot.Source::name).toList()));
            return snapshot;
        });
    }

    /** Makes a raster or weather file known; one of the same kind is replaced. */
    public void register(InputFile file) throws Failure {
        change(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR REPLACE INTO entrees VALUES (?, ?, ?, ?)")) {
                insert.setString(1, file.kind().code());
                insert.setString(2, file.path());
                insert.setString(3, file.sha256());
                insert.setString(4, file.crs());
                insert.execute();
            }
            Journal.add(connection, "donnee", file.kind().code() + " : " + file.name());
            return file;
        });
    }

    /** The rasters and weather files known, one per kind. */
    public List<InputFile> inputs() throws Failure {
        return query(connection -> {
            List<InputFile> inputs = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT nature, chemin, sha256, crs FROM entrees ORDER BY nature")) {
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

    private int srs() {
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
