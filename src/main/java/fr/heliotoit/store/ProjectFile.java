package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingQuery;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.ModuleFacing;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The project file of a commune: a GeoPackage. Every change is one transaction, so the file is always the state before or the state
 * after. Safe for several threads, which take turns.
 */
public final class ProjectFile implements AutoCloseable {
    /** From as many buildings on, a second connection reads half of them: it costs a few milliseconds. */
    private static final int MANY = 20_000;

    private final Path path;
    private final Connection connection;
    private final Writer writer;
    private final ProjectInfo info;
    /** Version of the file that this object has read last. */
    private long seen;

    private @Nullable Message unnoted;

    private ProjectFile(Path path, Connection connection, Writer writer, ProjectInfo info) {
        this.path = path;
        this.connection = connection;
        this.writer = writer;
        this.info = info;
    }

    /**
     * Makes a new project file.
     *
     * @throws Failure when there is a file already, or none can be made there
     */
    public static ProjectFile create(Path file, ProjectInfo info) throws Failure {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.of("store.folder", file);
        }
        String code = info.crs().code();
        if (!code.matches("[A-Z]+:\\d+")) {
            throw Failure.of("store.crs", code);
        }
        try {
            // Whoever makes the empty file makes the project: of two at once one does, and only that one may delete it
            // again.
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(Message.of("store.exists", file), e);
        } catch (IOException e) {
            throw new Failure(Message.of("store.unwritable", file), e);
        }
        boolean made = false;
        Connection connection = null;
        try {
            connection = Opening.connect(file, false);
            Sql.execute(connection, "BEGIN IMMEDIATE");
            Schema.create(connection, info);
            Journal.add(connection, "creation", info.commune().name());
            Sql.execute(connection, "COMMIT");
            ProjectFile project = new ProjectFile(file, connection, new Writer(file, false), info);
            project.claim();
            made = true;
            return project;
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } finally {
            if (!made) {
                if (connection != null) {
                    Sql.close(connection);
                }
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
     * Opens a project file: to read and write, or to read only when the file or its folder cannot be written or when somebody else is
     * writing ({@link #readOnly()}). The right to write is taken with the first change, or before by {@link #claim()}.
     *
     * @throws Failure when it is absent, not a project of Héliotoit, damaged, or made by a newer version
     */
    public static ProjectFile open(Path file) throws Failure {
        if (!Files.isRegularFile(file)) {
            throw Failure.of("store.missing", file);
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        boolean unwritable = !Files.isWritable(file) || !Files.isWritable(folder);
        Connection connection = Opening.connect(file, unwritable);
        boolean opened = false;
        try {
            ProjectInfo info = Opening.read(file, connection);
            Opening.migrate(file, connection, unwritable, Opening.srs(info));
            ProjectFile project = new ProjectFile(file, connection, new Writer(file, unwritable), info);
            project.seen = Opening.version(connection);
            opened = true;
            return project;
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } finally {
            if (!opened) {
                Sql.close(connection);
            }
        }
    }

    /**
     * Whether a file is a project that somebody may be working on: any project but one that was written as an export and not touched
     * since. False for files that are no project.
     */
    public static boolean isWork(Path file) {
        return peek(
                file,
                "SELECT coalesce((SELECT action FROM journal ORDER BY id DESC LIMIT 1), '') <> 'export' FROM projet LIMIT 1",
                row -> row.getBoolean(1),
                false);
    }

    /** Whether a file is a project at all, exports included; false for other GeoPackages and for what cannot be read. */
    public static boolean isProject(Path file) {
        return peek(file, "SELECT 1 FROM projet LIMIT 1", row -> true, false);
    }

    /** The rasters and weather files that a project refers to; none when the file is no project. */
    public static List<Path> references(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return peek(
                file,
                "SELECT chemin FROM entrees",
                row -> {
                    List<Path> paths = new ArrayList<>();
                    do {
                        paths.add(folder.resolve(row.getString(1)).normalize());
                    } while (row.next());
                    return paths;
                },
                List.of());
    }

    /** Reads rows of a query. */
    private interface Peek<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> T peek(Path file, String sql, Peek<T> peek, T otherwise) {
        try (Connection connection = Opening.connect(file, true);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? peek.of(row) : otherwise;
        } catch (SQLException | Failure noProject) {
            return otherwise;
        }
    }

    public Path path() {
        return path;
    }

    public ProjectInfo info() {
        return info;
    }

    /** Whether the file can only be read, for one of the reasons of {@link #readOnlyReason()}: changes fail then. */
    public boolean readOnly() {
        return writer.obstacle().isPresent();
    }

    /** Why the file can only be read: it or its folder is protected, or somebody else has it open for writing (who, where, since when). */
    public Optional<Message> readOnlyReason() {
        return writer.obstacle();
    }

    /**
     * Takes the right to write, if nobody else has it, until this object is closed: what a long piece of work does first.
     *
     * @return whether it has it now; otherwise {@link #readOnlyReason()} says why not
     */
    public synchronized boolean claim() throws Failure {
        return writer.claim();
    }

    /** @throws Failure with the reason when the right to write cannot be had */
    public void requireWriter() throws Failure {
        claim();
        Optional<Message> obstacle = writer.obstacle();
        if (obstacle.isPresent()) {
            throw new Failure(obstacle.get());
        }
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

    /** The states that the current buildings came from, newest first: what was undone is none of them. */
    public List<Snapshot> ancestors() throws Failure {
        return query(connection -> {
            List<Long> states = new Lineage(connection).ancestors();
            List<HistoryEntry> entries = History.entries(connection);
            List<Snapshot> snapshots = new ArrayList<>();
            for (Long state : states) {
                entries.stream()
                        .map(HistoryEntry::snapshot)
                        .filter(snapshot -> snapshot.id() == state)
                        .forEach(snapshots::add);
            }
            return snapshots;
        });
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
        return query(this::current);
    }

    private List<BuildingRecord> current(Connection reading) throws SQLException, Failure {
        if (BuildingSearch.count(reading, BuildingSql.of(BuildingQuery.ALL)) < MANY) {
            return BuildingTable.read(reading, Rows.CURRENT);
        }
        Connection second = Opening.connect(path, true);
        try {
            return BuildingTable.read(reading, second);
        } finally {
            Sql.close(second);
        }
    }

    /** The buildings of the current snapshot as their own files describe them, without what layers add; ordered by id. */
    public List<Building> imported() throws Failure {
        return query(connection -> SituationTable.own(connection, current(connection)).stream()
                .map(BuildingRecord::building)
                .toList());
    }

    /**
     * The buildings of any snapshot as their own files describe them, ordered by id.
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
            return live
                    ? SituationTable.own(connection, current(connection))
                    : BuildingTable.read(connection, Rows.archived(origin));
        });
    }

    /** Whether a layer has features in the current state. */
    public boolean has(Layer layer) throws Failure {
        return query(connection -> LayerTable.any(connection, layer));
    }

    /** The features of a layer in the current state, in the order of their import. */
    public List<LayerFeature> layer(Layer layer) throws Failure {
        return query(connection -> LayerTable.read(connection, layer));
    }

    /**
     * Writes an import: a new entry of the history, which becomes current. What it replaces goes to the archive. Buildings that are where
     * they were keep their outcomes, also under another id, and what was evaluated when nothing of them has changed; others that had an outcome
     * are "to be computed again".
     *
     * @throws Failure when the history has gone on since {@link ImportCommit#base}; nothing is written then
     */
    public Snapshot commit(ImportCommit commit, Progress progress) throws Failure {
        return change(connection -> {
            HistoryEntry before = History.current(connection);
            if (before.snapshot().id() != commit.base()) {
                throw Failure.of("store.import.overtaken", path);
            }
            HistoryEntry after = replace(
                    connection,
                    before,
                    SituationTable.concerns(commit),
                    () -> History.commit(connection, commit, srs(), progress));
            Snapshot now = after.snapshot();
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

    @FunctionalInterface
    private interface Replacement {
        void run() throws SQLException, Failure;
    }

    /**
     * Replaces contents, and with them what is derived from several of them together.
     *
     * @param situations whether buildings, addresses or parcels may be among them
     */
    private static HistoryEntry replace(
            Connection connection, HistoryEntry before, boolean situations, Replacement replacement)
            throws SQLException, Failure {
        if (situations) {
            SituationTable.remove(connection);
        }
        replacement.run();
        HistoryEntry after = History.current(connection);
        EvaluationTable.carry(connection, before, after);
        if (situations) {
            SituationTable.fill(connection);
        }
        return after;
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
            HistoryEntry before = History.current(connection);
            HistoryEntry after = replace(connection, before, true, () -> History.undo(connection, entry));
            Snapshot now = after.snapshot();
            Journal.add(connection, "annulation", entry + " : " + now.vintage() + " : " + now.buildings());
            return now;
        });
    }

    /**
     * The current buildings that a question is true for, by the indexes of the file.
     *
     * @param order null for the order of the ids
     * @param descending the greatest first; those without a value come last in any case
     * @param limit most buildings
     */
    public Selection find(BuildingQuery question, @Nullable Attribute order, boolean descending, int limit)
            throws Failure {
        return query(connection -> BuildingSearch.find(connection, question, order, descending, limit));
    }

    /** How many buildings there are now. */
    public int count() throws Failure {
        return query(connection -> BuildingSearch.count(connection, BuildingSql.of(BuildingQuery.ALL)));
    }

    /**
     * Buildings and addresses by the words of their name or address, in any order, without accents and hyphens; the last word may only be
     * begun.
     *
     * @param limit most results
     * @return named buildings first
     */
    public List<TextHit> search(String text, int limit) throws Failure {
        return query(connection -> TextIndex.search(connection, text, limit));
    }

    /** What staff have written about a building, by the id that it has now; an empty file when nothing. */
    public BuildingFile file(String buildingId) throws Failure {
        return query(connection -> BuildingFiles.read(connection, buildingId));
    }

    /** All that staff have written, by the ids that the buildings have now. */
    public Map<String, BuildingFile> files() throws Failure {
        return query(BuildingFiles::all);
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

    /**
     * The data packs that an attribute's values in this project come from, as they are cited; empty before an evaluation. What a computation
     * gives comes from the packs of its interval.
     */
    public List<String> citations(Attribute attribute) throws Failure {
        return query(connection ->
                EvaluationTable.citations(connection, attribute.computed() ? Attribute.PRODUCTION_MIN : attribute));
    }

    /** {@link #citations(Attribute)} of every attribute that has any. */
    public Map<Attribute, List<String>> citations() throws Failure {
        Map<Attribute, List<String>> citations = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            List<String> packs = citations(attribute);
            if (!packs.isEmpty()) {
                citations.put(attribute, packs);
            }
        }
        return citations;
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

    /** The directions that the modules of every building of the current snapshot face, by building; those without modules are not named. */
    public Map<String, List<ModuleFacing>> moduleFacings() throws Failure {
        return query(ModuleTable::facings);
    }

    /** The modules of all planes of the current snapshot whose modules meet a rectangle of the project's CRS. */
    public List<ModuleArray> modules(Envelope envelope) throws Failure {
        return query(connection -> ModuleTable.within(connection, envelope));
    }

    /** Everything that happened, oldest first. */
    public List<JournalEntry> journal() throws Failure {
        return query(Journal::read);
    }

    /**
     * Writes down something that did not change the data, such as a report made. When that is impossible, the thing is done all the same:
     * {@link #unnoted()} says why.
     */
    public void note(String action, String detail) {
        try {
            change(false, connection -> {
                Journal.add(connection, action, detail);
                return action;
            });
            unnoted = null;
        } catch (Failure e) {
            unnoted = Message.of("store.unnoted", e.getMessage());
        }
    }

    /** Why the last {@link #note} could not be written; empty when it was. */
    public Optional<Message> unnoted() {
        return Optional.ofNullable(unnoted);
    }

    /** For tests: as if the disk ended after so many pages more than there are. */
    synchronized void endDiskAfter(long pages) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            Sql.execute(connection, "PRAGMA max_page_count = " + (row.getLong(1) + pages));
        }
    }

    private int srs() {
        return Opening.srs(info);
    }

    @FunctionalInterface
    private interface Work<T> {
        @Nullable
        T on(Connection connection) throws SQLException, Failure;
    }

    /** One read transaction: what it returns is one state of the file, whatever others do meanwhile. */
    private synchronized <T> T query(Work<T> work) throws Failure {
        boolean open = false;
        try {
            Sql.execute(connection, "BEGIN");
            open = true;
            T result = Objects.requireNonNull(work.on(connection));
            seen = Opening.version(connection);
            return result;
        } catch (SQLException e) {
            throw Sql.failure(path, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A number or date that another program wrote there.
            throw new Failure(Message.of("store.failed", path, String.valueOf(e.getMessage())), e);
        } finally {
            if (open) {
                Sql.rollback(connection);
            }
        }
    }

    /**
     * One transaction: all of it or nothing, whatever is thrown. Refused when the file has changed since this object read from it last:
     * what is about to be written would be made of an older state.
     */
    private <T> T change(Work<T> work) throws Failure {
        return change(true, work);
    }

    private synchronized <T> T change(boolean upToDate, Work<T> work) throws Failure {
        requireWriter();
        boolean open = false;
        try {
            Sql.execute(connection, "BEGIN IMMEDIATE");
            open = true;
            long before = Opening.version(connection);
            if (upToDate && before != seen) {
                throw Failure.of("store.changed", path);
            }
            T result = Objects.requireNonNull(work.on(connection));
            TextIndex.refresh(connection);
            long version = Opening.countVersion(connection);
            Sql.execute(connection, "COMMIT");
            open = false;
            seen = before == seen ? version : seen;
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
        writer.close();
    }
}
