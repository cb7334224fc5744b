package fr.heliotoit.ui.model;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.List;

/** The window's words: the bundle {@code ui}. */
public final class Words {
    private Words() {}

    /** @param key without the bundle's name, for example {@code menu.file} */
    public static String t(String key, Object... arguments) {
        return Texts.current().text("ui." + key, arguments);
    }

    /**
     * A counted thing: the key with {@code .one} or {@code .many}, the formatted count first among the arguments.
     *
     * @param key for example {@code count.buildings}
     */
    public static String count(String key, long count) {
        return t(key + (Formats.plural(count) ? ".many" : ".one"), Formats.number(count));
    }

    /** The data packs that figures come from, as they stand below them; empty when there are none. @param before what sets them apart */
    public static String packs(String before, List<String> packs) {
        return packs.isEmpty() ? "" : before + t("card.packs", String.join(t("card.packs.and"), packs));
    }
}
