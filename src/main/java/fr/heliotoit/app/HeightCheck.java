package fr.heliotoit.app;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What is odd about the heights of a surface model, gathered tile by tile while they are read anyway. Safe for several threads. */
final class HeightCheck {
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong holes = new AtomicLong();
    private final AtomicLong fractions = new AtomicLong();

    /** @param heights of a tile with a margin of one cell on each side, which is left out */
    void look(Raster heights) {
        long finite = 0;
        long missing = 0;
        long parts = 0;
        for (int row = 1; row < heights.grid().rows() - 1; row++) {
            for (int column = 1; column < heights.grid().columns() - 1; column++) {
                float z = heights.at(column, row);
                finite += Float.isFinite(z) ? 1 : 0;
                missing += Float.isFinite(z) ? 0 : 1;
                parts += z == (long) z ? 0 : 1;
            }
        }
        known.addAndGet(finite);
        holes.addAndGet(missing);
        fractions.addAndGet(parts - missing); // a hole equals no whole number
    }

    /** Sentences for the user, none when nothing is odd. */
    List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        if (holes.get() > 0) {
            notes.add(Message.of("app.irradiance.holes", holes.get()));
        }
        if (known.get() > 0 && fractions.get() == 0) {
            notes.add(Message.of("app.irradiance.whole"));
        }
        return notes;
    }
}
