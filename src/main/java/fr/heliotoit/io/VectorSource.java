package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The features of one layer of a vector file, read one after the other by one thread. */
public interface VectorSource extends AutoCloseable {
    /** Name of the layer; for single-layer files the file name without its ending. */
    String layer();

    /** The encoding its texts are read with, for example {@code UTF-8}. */
    String encoding();

    /** The system that the file names; empty when it names none or one that is not known. */
    Optional<Crs> crs();

    /** Columns in the file's order. */
    List<String> columns();

    /** How many features the file announces, for progress only; 0 when unknown. */
    long announced();

    /** The next feature; null after the last one. */
    @Nullable
    VectorFeature next() throws Failure;

    /**
     * Roof surfaces with heights that the file holds besides its buildings, each naming its building in the column {@code batiment}; mostly
     * none.
     */
    default List<VectorFeature> planes() {
        return List.of();
    }

    /** What is odd about the file as a whole (encoding doubtful, table missing …); complete after the last feature. */
    List<Finding> findings();

    @Override
    void close();
}
