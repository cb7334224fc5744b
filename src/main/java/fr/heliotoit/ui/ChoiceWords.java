package fr.heliotoit.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a list of choices shows for each; nothing can be typed there. */
final class ChoiceWords<T extends @Nullable Object> extends StringConverter<T> {
    private final Function<? super T, String> words;

    /** @param words never asked for null, which is shown as nothing */
    ChoiceWords(Function<? super T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, not typed");
    }
}
