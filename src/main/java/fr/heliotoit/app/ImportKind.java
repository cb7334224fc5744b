package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an imported file holds: buildings, a layer, the ownership of buildings, a raster or a weather year. The code is what {@code --as} takes. */
public enum ImportKind {
    BUILDINGS("batiments"),
    OUTLINE(Layer.OUTLINE),
    PLANES(Layer.PLANES),
    ADDRESSES(Layer.ADDRESSES),
    PARCELS(Layer.PARCELS),
    PROTECTIONS(Layer.PROTECTIONS),
    INSTALLATIONS(Layer.INSTALLATIONS),
    CAR_PARKS(Layer.CAR_PARKS),
    /** A list of parcels or buildings of the commune. */
    OWNERSHIP(Layer.OWNERSHIP.code()),
    SURFACE_MODEL(InputFile.Kind.SURFACE_MODEL),
    TERRAIN_MODEL(InputFile.Kind.TERRAIN_MODEL),
    CANOPY(InputFile.Kind.CANOPY),
    IRRADIATION(InputFile.Kind.IRRADIATION),
    WEATHER(InputFile.Kind.WEATHER);

    private final String code;
    private final @Nullable Layer layer;
    private final InputFile.@Nullable Kind input;

    ImportKind(String code) {
        this(code, null, null);
    }

    ImportKind(Layer layer) {
        this(layer.code(), layer, null);
    }

    ImportKind(InputFile.Kind input) {
        this(input.code(), null, input);
    }

    ImportKind(String code, @Nullable Layer layer, InputFile.@Nullable Kind input) {
        this.code = code;
        this.layer = layer;
        this.input = input;
    }

    public String code() {
        return code;
    }

    /** The layer that such files fill; null for other kinds. */
    public @Nullable Layer layer() {
        return layer;
    }

    /** The kind of raster or weather file; null for files with features. */
    public InputFile.@Nullable Kind input() {
        return input;
    }

    public static Optional<ImportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    /** Every code, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(ImportKind::code).collect(Collectors.joining(", "));
    }
}
