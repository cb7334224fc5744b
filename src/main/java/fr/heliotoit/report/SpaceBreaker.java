package fr.heliotoit.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import org.jspecify.annotations.Nullable;

/** Lines break at plain spaces only: never after an apostrophe, before a unit or inside "kWh/m²/an", as the JDK's rules would. */
final class SpaceBreaker implements FSTextBreaker {
    private String text = "";
    private int position;

    @Override
    public void setText(@Nullable String newText) {
        text = newText == null ? "" : newText;
        position = 0;
    }

    /** The place after the next space, or -1 when there is none. */
    @Override
    public int next() {
        int space = text.indexOf(' ', position);
        position = space < 0 ? text.length() : space + 1;
        return space < 0 ? -1 : position;
    }
}
