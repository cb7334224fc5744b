package fr.heliotoit.ui.map;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.MapData;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.Faded;
import fr.heliotoit.render.FreeView;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.tiles.Network;
import fr.heliotoit.tiles.TileSource;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Keeps the map showing the state of the model: layers are made in the background, the newest state wins. Used on the FX thread. */
public final class MapComposer {
    private final ProjectModel model;
    private final MapView map;
    private final ClassStyle classes;
    private final Consumer<String> problem;
    private final LayerModel layers = new LayerModel(this::compose);
    private final Latest<MapStack> composing = new Latest<>("layers", true, this::accept);
    private final Latest<List<MapLayer>> choosing = new Latest<>("selection", true, this::acceptFront);
    private final Latest<Map<LayerKind, String>> asking = new Latest<>("layers at hand", true, layers::setReasons);
    private final BaseMap baseMap;
    private final TileImages images = new TileImages();
    private RoofColour colour = RoofColour.CLASSES;
    private TileSource source = TileSource.PRESETS.getFirst();
    private @Nullable Coordinate mark;
    private @Nullable Sun sun;
    private @Nullable ProjectFile file;
    private @Nullable MapContent content;
    private MapStack stack = MapStack.EMPTY;
    private List<MapLayer> front = List.of();

    /** A moment with its words. */
    record Sun(Instant moment, String words) {}

    /** Who makes the background map. */
    @FunctionalInterface
    public interface BaseMaps {
        /**
         * @param arrived called on any thread when there is more to show
         * @param problem takes a sentence on any thread, and an empty one when it is over
         */
        BaseMap make(Runnable arrived, Consumer<String> problem);
    }

    /** @param problem takes a sentence when a layer cannot be read */
    public MapComposer(
            ProjectModel model, MapView map, ClassStyle classes, Consumer<String> problem, BaseMaps baseMaps) {
        this.model = model;
        this.baseMap = baseMaps.make(() -> Platform.runLater(map::refreshGround), this::baseMapProblem);
        this.map = map;
        this.classes = classes;
        this.problem = problem;
    }

    /**
     * Shows the shadows of a moment.
     *
     * @param moment null for no shadows
     * @param words the moment in words, for the source line
     */
    public void setSun(@Nullable Instant moment, String words) {
        sun = moment == null ? null : new Sun(moment, words);
        compose();
    }

    /** What the roofs' colours tell from now on. */
    public void setColour(RoofColour chosen) {
        colour = chosen;
        noteColour();
        compose();
    }

    private void noteColour() {
        layers.of(LayerKind.POTENTIAL).setNote(model.project().map(colour::note).orElse(""));
    }

    /** Tiles of the background, and how they are fetched. */
    public BaseMap baseMap() {
        return baseMap;
    }

    /** Which background is shown when the layer is. */
    public void setSource(TileSource chosen) {
        source = chosen;
        baseMapProblem("");
        compose();
    }

    public TileSource source() {
        return source;
    }

    /** Asks for tiles again, after the way to the web has changed. */
    public void use(Network network) {
        baseMap.use(network);
        baseMapProblem("");
        map.refreshGround();
    }

    /** Lets go of the network. */
    public void close() {
        baseMap.close();
    }

    private void baseMapProblem(String sentence) {
        Platform.runLater(() -> layers.of(LayerKind.BASE_MAP)
                .setNote(sentence.isEmpty() ? t("layer.base-map.note", source.host()) : sentence));
    }

    private BaseMapLayer background(LoadedProject project) {
        return new BaseMapLayer(baseMap, source, project.info().crs(), images, false, this::baseMapProblem);
    }

    public LayerModel layers() {
        return layers;
    }

    /** The file of the project that is shown next; null for none. */
    public void open(@Nullable ProjectFile project) {
        file = project;
    }

    /** Another project, or another state of it. */
    public void show(@Nullable LoadedProject project) {
        MapContent before = content;
        if (before != null) {
            // Waits for whoever reads from its rasters.
            Thread.ofVirtual().name("close layers").start(before::close);
        }
        content = null;
        stack = MapStack.EMPTY;
        mark = null;
        if (project == null) {
            return;
        }
        MapData data = file == null ? null : new MapData(file);
        MapContent now = new MapContent(project, classes, data, this::tell);
        content = now;
        noteColour();
        asking.submit(() -> reasons(project, data));
        compose();
    }

    /** The view of all of the commune with no roof under the furniture. */
    public MapNavigation.Framing framing(LoadedProject project) {
        List<MapLayer> furniture = new ArrayList<>(
                content == null ? List.of() : content.furniture(colour, layers.seen(), sun, background(project)));
        furniture.add(new Reserved());
        return (width, height) -> FreeView.of(project.buildings().roofs(), furniture, width, height);
    }

    /** Paints what the filter leaves and the layers that are chosen. */
    public void compose() {
        MapContent now = content;
        if (now != null) {
            Filtered filtered = model.filtered();
            Map<LayerKind, Double> seen = layers.seen();
            RoofColour told = colour;
            Sun when = sun;
            BaseMapLayer base = model.project().map(this::background).orElse(null);
            composing.submit(() -> now.stack(filtered, told, seen, when, base));
        }
    }

    public void show(Selection selection) {
        Coordinate at = mark;
        model.project()
                .ifPresent(project -> choosing.submit(() -> {
                    List<MapLayer> made = new ArrayList<>(MapContent.selection(project, selection));
                    if (at != null) {
                        made.add(new PinLayer(at.x, at.y));
                    }
                    return made;
                }));
    }

    /** Marks a place that is no building; null for none. */
    public void mark(@Nullable Coordinate place) {
        if (!Objects.equals(place, mark)) {
            mark = place;
            show(model.selection());
        }
    }

    /** The map as it is seen; empty when there is nothing to see yet. */
    public Optional<MapPicture> picture() {
        return content == null
                ? Optional.empty()
                : Optional.of(new MapPicture(
                        map.navigation().viewport(),
                        stack.with(front).stream().map(MapComposer::forPaper).toList()));
    }

    /** On paper nothing comes later. */
    private static MapLayer forPaper(MapLayer layer) {
        return layer instanceof Faded faded && faded.layer() instanceof BaseMapLayer base
                ? new Faded(base.waiting(), faded.opacity())
                : layer;
    }

    private void accept(MapStack made) {
        stack = made;
        map.setStack(made);
    }

    private void acceptFront(List<MapLayer> made) {
        front = made;
        map.setFront(made);
    }

    private void tell(String sentence) {
        MapContent speaking = content;
        Platform.runLater(() -> {
            // A project that is closed while it is read complains; nobody needs to know.
            if (speaking != null && speaking == content) {
                problem.accept(sentence);
            }
        });
    }

    private static Map<LayerKind, String> reasons(LoadedProject project, @Nullable MapData data) {
        Map<LayerKind, String> reasons = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            String reason = reason(kind, project.records(), data);
            if (!reason.isEmpty()) {
                reasons.put(kind, reason);
            }
        }
        return reasons;
    }

    private static String reason(LayerKind kind, List<BuildingRecord> records, @Nullable MapData data) {
        try {
            boolean there = switch (kind) {
                case POTENTIAL -> !records.isEmpty();
                case BASE_MAP -> true;
                case PLANES ->
                    records.stream().anyMatch(record -> !record.planes().isEmpty());
                case MODULES -> data != null && data.hasModules(records);
                case RELIEF -> data != null && data.surface().isPresent();
                case IRRADIATION -> data != null && data.irradiation().isPresent();
                default ->
                    data != null
                            && kind.layer().isPresent()
                            && data.has(kind.layer().get());
            };
            return there ? "" : t("layer." + kind.code() + ".none");
        } catch (Failure e) {
            return e.getMessage();
        }
    }
}
