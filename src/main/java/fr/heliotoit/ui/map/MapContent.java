package fr.heliotoit.ui.map;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.MapData;
import fr.heliotoit.app.ViewRaster;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.AreaLayer;
import fr.heliotoit.render.AreaStyle;
import fr.heliotoit.render.CellColour;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.Faded;
import fr.heliotoit.render.Legend;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.render.NorthArrow;
import fr.heliotoit.render.PlaneLayer;
import fr.heliotoit.render.Ramp;
import fr.heliotoit.render.RampLegend;
import fr.heliotoit.render.RoofLayer;
import fr.heliotoit.render.RoofStyle;
import fr.heliotoit.render.ScaleBar;
import fr.heliotoit.render.SourceLine;
import fr.heliotoit.render.SyntheticBadge;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.BuildingIndex;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Selection;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The layers of one project that show the state of the window; the same on the screen and in the exported picture. Makes indexes and
 * reads files: not for the FX thread, where it does not say otherwise.
 */
final class MapContent implements AutoCloseable {
    /** As in {@code RoofLayer}: far from every colour of the ramps. */
    private static final Color SELECTED = new Color(0xD6, 0x00, 0x6C);

    private static final List<LayerKind> BELOW_ROOFS =
            List.of(LayerKind.PARCELS, LayerKind.PROTECTIONS, LayerKind.CAR_PARKS);
    private static final List<LayerKind> ABOVE_ROOFS = List.of(LayerKind.INSTALLATIONS, LayerKind.OUTLINE);

    private final LoadedProject project;
    private final ClassStyle classes;
    private final @Nullable MapData data;
    private final Consumer<String> problem;
    private final Map<LayerKind, AreaLayer> areas = new EnumMap<>(LayerKind.class);
    private @Nullable RampLegend ramp;
    private List<BuildingRecord> shown = List.of();
    private @Nullable RoofColour told;
    private @Nullable RoofStyle style;
    private @Nullable RoofStyle painted;
    private List<MapLayer> roofs = List.of();

    /**
     * @param data what else the project holds; null when it is in no file
     * @param problem takes a sentence when a layer cannot be read; may be called on any thread
     */
    MapContent(LoadedProject project, ClassStyle classes, @Nullable MapData data, Consumer<String> problem) {
        this.project = project;
        this.classes = classes;
        this.data = data;
        this.problem = problem;
    }

    /** @param seen opacity of the layers that are to be seen, 0–1 */
    synchronized MapStack stack(
            Filtered filtered,
            RoofColour colour,
            Map<LayerKind, Double> seen,
            MapComposer.@Nullable Sun sun,
            @Nullable BaseMapLayer base) {
        List<MapLayer> ground = new ArrayList<>();
        Double baseOpacity = seen.get(LayerKind.BASE_MAP);
        if (base != null && baseOpacity != null) {
            ground.add(new Faded(base, baseOpacity));
        }
        List<MapLayer> above = new ArrayList<>();
        add(ground, LayerKind.RELIEF, seen);
        for (LayerKind kind : BELOW_ROOFS) {
            add(ground, kind, seen);
        }
        add(above, LayerKind.IRRADIATION, seen);
        if (sun != null) {
            shade(above, sun);
        }
        add(above, LayerKind.PLANES, seen);
        add(above, LayerKind.MODULES, seen);
        for (LayerKind kind : ABOVE_ROOFS) {
            add(above, kind, seen);
        }
        Double opacity = seen.get(LayerKind.POTENTIAL);
        List<MapLayer> potential = opacity == null
                ? List.of()
                : roofs(filtered, style(colour)).stream()
                        .map(layer -> (MapLayer) new Faded(layer, opacity))
                        .toList();
        return new MapStack(ground, potential, above, furniture(colour, seen, sun, base));
    }

    static List<MapLayer> selection(LoadedProject project, Selection selection) {
        return selection.ids().isEmpty()
                ? List.of()
                : List.of(new FootprintLayer(
                        project.buildings().byIds(new HashSet<>(selection.ids())), SELECTED, 2.5f, Color.WHITE));
    }

    /** Legends, scale bar, north, sources. Quick: for the FX thread too. */
    synchronized List<MapLayer> furniture(
            RoofColour colour,
            Map<LayerKind, Double> seen,
            MapComposer.@Nullable Sun sun,
            @Nullable BaseMapLayer base) {
        if (project.records().isEmpty()) {
            return List.of();
        }
        List<AreaStyle> others = new ArrayList<>();
        for (LayerKind kind : LayerKind.values()) {
            if (seen.containsKey(kind)
                    && (kind == LayerKind.MODULES || kind.layer().isPresent())) {
                others.add(LayerStyles.of(kind));
            }
        }
        RoofStyle style = style(colour);
        List<MapLayer> layers = new ArrayList<>(List.of(
                new Legend(style, others),
                new ScaleBar(),
                new NorthArrow(),
                new SourceLine(MapPicture.sourceLine(project.info(), project.records())
                        + style.sources().stream().map(s -> " · " + s).collect(Collectors.joining())
                        + (sun == null ? "" : " · " + sun.words())
                        + (base == null || !seen.containsKey(LayerKind.BASE_MAP)
                                ? ""
                                : " · " + base.source().attribution()))));
        if (ramp != null && seen.containsKey(LayerKind.IRRADIATION)) {
            layers.add(ramp);
        }
        if (project.info().synthetic()) {
            layers.add(new SyntheticBadge());
        }
        return layers;
    }

    private void shade(List<MapLayer> layers, MapComposer.Sun sun) {
        MapData from = data;
        if (from == null) {
            return;
        }
        try {
            from.surface()
                    .ifPresent(surface ->
                            layers.add(new ShadeView(surface, project.info().crs(), sun.moment(), problem)));
        } catch (Failure e) {
            problem.accept(e.getMessage());
        }
    }

    private RoofStyle style(RoofColour colour) {
        RoofStyle made = style;
        if (made == null || told != colour) {
            made = colour.style(classes, project);
            style = made;
            told = colour;
        }
        return made;
    }

    /** Roofs that the filter leaves, in the style's colours; the others pale below. */
    private List<MapLayer> roofs(Filtered filtered, RoofStyle style) {
        if (roofs.isEmpty() || painted != style || shown != filtered.records()) {
            shown = filtered.records();
            painted = style;
            roofs = makeRoofs(filtered.records(), style);
        }
        return roofs;
    }

    private List<MapLayer> makeRoofs(List<BuildingRecord> records, RoofStyle style) {
        BuildingIndex all = project.buildings();
        if (records.size() == all.records().size()) {
            return List.of(new RoofLayer(all.roofs(), style));
        }
        Set<BuildingRecord> left = Collections.newSetFromMap(new IdentityHashMap<>(records.size()));
        left.addAll(records);
        return List.of(new RoofLayer(all.roofs(), style).withOnly(left));
    }

    private void add(List<MapLayer> layers, LayerKind kind, Map<LayerKind, Double> seen) {
        Double opacity = seen.get(kind);
        if (opacity != null) {
            try {
                layer(kind).ifPresent(layer -> layers.add(new Faded(layer, opacity)));
            } catch (Failure e) {
                problem.accept(e.getMessage());
            }
        }
    }

    private Optional<? extends MapLayer> layer(LayerKind kind) throws Failure {
        if (kind == LayerKind.PLANES) {
            return Optional.of(new PlaneLayer(project.buildings().roofs()));
        }
        MapData from = data;
        if (from == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case MODULES -> Optional.of(new ModulesView(from, LayerStyles.of(kind), problem));
            case RELIEF -> from.surface().map(surface -> new RasterView(surface, CellColour.hillshade(), problem));
            case IRRADIATION -> {
                ViewRaster raster = from.irradiation().orElse(null);
                yield raster == null ? Optional.empty() : irradiation(raster);
            }
            default -> areas(from, kind);
        };
    }

    private Optional<? extends MapLayer> irradiation(ViewRaster raster) throws Failure {
        RampLegend legend = ramp;
        if (legend == null) {
            double[] range = raster.range(() -> false).orElse(null);
            if (range == null) {
                return Optional.empty();
            }
            double low = 50 * Math.floor(range[0] / 50);
            legend = new RampLegend(
                    Ramp.CIVIDIS,
                    t("layer.irradiation.legend"),
                    low,
                    Math.max(low + 50, 50 * Math.ceil(range[1] / 50)));
            ramp = legend;
        }
        return Optional.of(
                new RasterView(raster, CellColour.ramp(legend.ramp(), legend.low(), legend.high()), problem));
    }

    private Optional<? extends MapLayer> areas(MapData from, LayerKind kind) throws Failure {
        AreaLayer known = areas.get(kind);
        if (known == null && kind.layer().isPresent()) {
            known = new AreaLayer(from.geometries(kind.layer().get()), LayerStyles.of(kind));
            areas.put(kind, known);
        }
        return Optional.ofNullable(known);
    }

    @Override
    public void close() {
        if (data != null) {
            data.close();
        }
    }
}
