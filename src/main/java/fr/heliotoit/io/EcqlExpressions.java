package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;

/** What filters evaluate on a building instead of GeoTools' property names: no reflection, no feature built for it. */
final class EcqlExpressions {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private EcqlExpressions() {}

    /** An expression over a {@link BuildingRecord}. */
    abstract static class Computed implements Expression {
        abstract @Nullable Object value(BuildingRecord building);

        @Override
        @SuppressWarnings("NullAway") // GeoTools takes null as "no value" though its interfaces do not say so.
        public Object evaluate(@Nullable Object building) {
            return building instanceof BuildingRecord r ? value(r) : null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public <T> T evaluate(@Nullable Object building, @Nullable Class<T> type) {
            return Converters.convert(evaluate(building), type);
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object extraData) {
            return extraData;
        }
    }

    /** The value of an attribute. */
    static final class Value extends Computed {
        private final Attribute attribute;

        Value(Attribute attribute) {
            this.attribute = attribute;
        }

        Attribute attribute() {
            return attribute;
        }

        @Override
        @Nullable
        Object value(BuildingRecord building) {
            return attribute.valueOf(building);
        }
    }

    /** The footprint. */
    static final class Footprint extends Computed {
        @Override
        Object value(BuildingRecord building) {
            return building.building().footprint();
        }
    }

    /** A calculation that has no value when one of its operands has none; GeoTools takes a missing number as 0. */
    static final class Strict extends Computed {
        private final Expression calculation;
        private final List<Expression> operands;

        Strict(Expression calculation, List<Expression> operands) {
            this.calculation = calculation;
            this.operands = operands;
        }

        @Override
        @Nullable
        Object value(BuildingRecord building) {
            for (Expression operand : operands) {
                if (operand.evaluate(building) == null) {
                    return null;
                }
            }
            return calculation.evaluate(building);
        }
    }

    /**
     * Whether a text is like a pattern, in time proportional to text × pattern whatever the pattern. ILIKE heeds neither case nor accents.
     */
    static final class Like extends Computed {
        private final Expression text;
        private final boolean exact;
        private final int[] pattern;

        private static final int ANY = -1;
        private static final int ONE = -2;

        Like(Expression text, String pattern, boolean exact) {
            this.text = text;
            this.exact = exact;
            this.pattern = plain(pattern, exact)
                    .codePoints()
                    .map(c -> c == '%' ? ANY : c == '_' ? ONE : c)
                    .toArray();
        }

        @Override
        Object value(BuildingRecord building) {
            Object value = text.evaluate(building);
            return value != null
                    && matches(plain(value.toString(), exact).codePoints().toArray());
        }

        private boolean matches(int[] s) {
            int i = 0;
            int p = 0;
            int star = -1;
            int resume = 0;
            while (i < s.length) {
                if (p < pattern.length && pattern[p] == ANY) {
                    star = p++;
                    resume = i;
                } else if (p < pattern.length && (pattern[p] == ONE || pattern[p] == s[i])) {
                    p++;
                    i++;
                } else if (star >= 0) {
                    p = star + 1;
                    i = ++resume;
                } else {
                    return false;
                }
            }
            while (p < pattern.length && pattern[p] == ANY) {
                p++;
            }
            return p == pattern.length;
        }

        private static String plain(String text, boolean exact) {
            if (exact) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
            String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
            return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                    .replaceAll("");
        }
    }
}
