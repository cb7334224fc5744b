package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingQuery;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;

/**
 * Questions about buildings in ECQL (the extended common query language of GeoTools): {@code usage = 'public' AND surface > 100}. Names
 * are those of {@link Attribute}, in any case, and {@code geom} for the footprint. GeoTools parses and evaluates; names, types and limits
 * are checked here, because it takes a misspelt name as "never true", grows exponentially with arithmetic and overflows the stack on
 * deep nests.
 */
public final class Ecql {
    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_LOGIC = 200;
    /** The parser's time doubles with each one: 12 take 5 ms, 24 take 3 s. */
    private static final int MAX_ARITHMETIC = 12;

    /** The parser calls itself for each entry of a list. */
    private static final int MAX_LIST = 1000;

    private static final Pattern END = Pattern.compile("Encountered \"[^\"]*<EOF>\"");
    private static final Pattern COLUMN = Pattern.compile("at line \\d+, column (\\d+)");

    private final String expression;
    private final List<EcqlToken> tokens;
    private final Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);

    private Ecql(String expression) throws Failure {
        this.expression = expression;
        this.tokens = EcqlToken.scan(expression);
    }

    /**
     * A question that can be asked of any building.
     *
     * @param matches the answer for one building
     * @param attributes those that the expression names
     * @param question what indexes can answer of it: true for at least the same buildings
     * @param exact whether the question is true for the same buildings only
     */
    public record Query(
            Predicate<BuildingRecord> matches, Set<Attribute> attributes, BuildingQuery question, boolean exact) {
        public Query {
            attributes = Set.copyOf(attributes);
        }
    }

    /** @throws Failure when the expression is not well formed, with the place */
    public static Query parse(String expression) throws Failure {
        if (expression.isBlank()) {
            throw Failure.of("io.ecql.empty");
        }
        if (expression.length() > MAX_LENGTH) {
            throw Failure.of("io.ecql.long", MAX_LENGTH);
        }
        return new Ecql(expression.replaceAll("\\s", " ")).query();
    }

    /**
     * The attribute of this name, in any case.
     *
     * @throws Failure when there is none, with the one that was perhaps meant
     */
    public static Attribute attribute(String name) throws Failure {
        Optional<Attribute> attribute = Attribute.named(name);
        if (attribute.isPresent()) {
            return attribute.get();
        }
        Optional<String> meant = EcqlNames.meant(name);
        throw meant.isPresent()
                ? Failure.of("io.attribute.meant", name, meant.get())
                : Failure.of("io.attribute.unknown", name, EcqlNames.names());
    }

    private Query query() throws Failure {
        limits();
        Rewritten rewritten = rewrite();
        Filter filter;
        try {
            filter = (Filter) ECQL.toFilter(rewritten.text()).accept(new Binding(), null);
        } catch (CQLException | RuntimeException e) {
            // Bad literals (an unclosed ring, a number out of range) come as unchecked exceptions of many kinds.
            throw syntax(e, rewritten);
        }
        new EcqlCheck(expression, tokens).check(filter);
        EcqlQuestion question = EcqlQuestion.of(filter);
        // The question has no conversions to try for each building, as GeoTools has.
        Predicate<BuildingRecord> matches = question.exact() ? question.question()::matches : filter::evaluate;
        return new Query(matches, attributes, question.question(), question.exact());
    }

    private void limits() throws Failure {
        int depth = 0;
        int logic = 0;
        int arithmetic = 0;
        int shapeDepth = Integer.MAX_VALUE;
        int lastOpened = 0;
        int commas = 0;
        for (int i = 0; i < tokens.size(); i++) {
            EcqlToken token = tokens.get(i);
            if (token.is(",")) {
                commas++;
            } else if (token.is("(") || token.is("[")) {
                commas = 0;
                depth++;
                lastOpened = token.at();
                if (i > 0 && EcqlNames.isShape(tokens.get(i - 1))) {
                    shapeDepth = Math.min(shapeDepth, depth);
                }
            } else if (token.is(")") || token.is("]")) {
                depth--;
                shapeDepth = depth < shapeDepth ? Integer.MAX_VALUE : shapeDepth;
            } else if (shapeDepth == Integer.MAX_VALUE
                    && (token.is("+") || token.is("-") || token.is("*") || token.is("/"))) {
                arithmetic++;
            } else if (EcqlNames.isLanguage(token) && token.text().matches("(?i)and|or|not")) {
                logic++;
            }
            if (commas >= MAX_LIST && shapeDepth == Integer.MAX_VALUE) {
                throw EcqlFailure.at(expression, token.at(), "io.ecql.list", MAX_LIST);
            }
            if (depth < 0) {
                throw EcqlFailure.at(expression, token.at(), "io.ecql.closing");
            }
            if (depth > MAX_DEPTH || logic > MAX_LOGIC || arithmetic > MAX_ARITHMETIC) {
                throw EcqlFailure.at(expression, token.at(), "io.ecql.complex", MAX_DEPTH, MAX_LOGIC, MAX_ARITHMETIC);
            }
        }
        if (depth > 0) {
            throw EcqlFailure.at(expression, lastOpened, "io.ecql.opening");
        }
    }

    /**
     * @param origins for each character of the text, and for its end, the index in the expression as typed
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Rewritten(String text, int[] origins) {}

    /** The expression with checked, quoted names; GeoTools could not read {@code id} otherwise. */
    private Rewritten rewrite() throws Failure {
        StringBuilder text = new StringBuilder();
        int[] origins = new int[2 * expression.length() + 3 * tokens.size() + 16];
        for (int i = 0; i < tokens.size(); i++) {
            EcqlToken token = tokens.get(i);
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (i > 0 && tokens.get(i - 1).kind() == EcqlToken.Kind.NUMBER && EcqlNames.isUnit(token)) {
                throw EcqlFailure.at(expression, token.at(), "io.ecql.unit", token.text());
            }
            String piece = switch (token.kind()) {
                case WORD, QUOTED -> EcqlNames.rewrite(expression, token, call);
                case SYMBOL -> token.text().equals("==") ? "=" : token.text().equals("!=") ? "<>" : token.text();
                case STRING, NUMBER -> token.text();
            };
            boolean apart = i > 0 && tokens.get(i - 1).end() < token.at();
            for (int k = 0; k <= piece.length(); k++) {
                origins[text.length() + k + (apart ? 1 : 0)] =
                        token.at() + Math.min(k, token.text().length() - 1);
            }
            text.append(apart ? " " : "").append(piece);
        }
        origins[text.length()] = expression.stripTrailing().length();
        return new Rewritten(text.toString(), origins);
    }

    private Failure syntax(Exception e, Rewritten rewritten) {
        String message = String.valueOf(e.getMessage());
        Matcher column = COLUMN.matcher(message);
        if (!column.find()) {
            return EcqlFailure.at(expression, 0, "io.ecql.wrong");
        }
        boolean atEnd = END.matcher(message).find();
        int at = atEnd
                ? rewritten.text().length()
                : Math.clamp(
                        Integer.parseInt(column.group(1)) - 1L,
                        0,
                        rewritten.text().length());
        int place = rewritten.origins()[at];
        if (place >= expression.stripTrailing().length()) {
            return EcqlFailure.at(expression, expression.stripTrailing().length(), "io.ecql.end");
        }
        return EcqlFailure.at(expression, place, hint(place));
    }

    /** The slips that French habits bring, told apart by what stands at the place. */
    private String hint(int place) {
        for (int i = 1; i < tokens.size(); i++) {
            EcqlToken token = tokens.get(i);
            boolean afterNumber = tokens.get(i - 1).kind() == EcqlToken.Kind.NUMBER;
            if (token.at() == place && afterNumber) {
                if (token.is(",")) {
                    return "io.ecql.comma";
                }
                if (token.kind() == EcqlToken.Kind.NUMBER) {
                    return "io.ecql.thousands";
                }
            }
        }
        return "io.ecql.syntax";
    }

    /** Replaces names by what reads a building, and notes which ones occur. */
    private final class Binding extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyName name, Object extraData) {
            if (name.getPropertyName().equals(EcqlNames.GEOMETRY)) {
                return new EcqlExpressions.Footprint();
            }
            Attribute attribute = Attribute.named(name.getPropertyName()).orElseThrow();
            attributes.add(attribute);
            return new EcqlExpressions.Value(attribute);
        }

        @Override
        public Object visit(Add sum, Object extraData) {
            return strict((BinaryExpression) super.visit(sum, extraData));
        }

        @Override
        public Object visit(Subtract difference, Object extraData) {
            return strict((BinaryExpression) super.visit(difference, extraData));
        }

        @Override
        public Object visit(Multiply product, Object extraData) {
            return strict((BinaryExpression) super.visit(product, extraData));
        }

        @Override
        public Object visit(Divide quotient, Object extraData) {
            return strict((BinaryExpression) super.visit(quotient, extraData));
        }

        @Override
        public Object visit(Function function, Object extraData) {
            Function bound = (Function) super.visit(function, extraData);
            return new EcqlExpressions.Strict(bound, bound.getParameters());
        }

        /** "Not equal" comes as the negation of "equal"; it is false when a side has no value, as every other comparison. */
        @Override
        public Object visit(Not not, Object extraData) {
            Not bound = (Not) super.visit(not, extraData);
            return bound.getFilter() instanceof PropertyIsEqualTo equal
                    ? ff.and(List.of(
                            bound,
                            ff.not(ff.isNull(equal.getExpression1())),
                            ff.not(ff.isNull(equal.getExpression2()))))
                    : bound;
        }

        private Expression strict(BinaryExpression bound) {
            return new EcqlExpressions.Strict(bound, List.of(bound.getExpression1(), bound.getExpression2()));
        }

        @Override
        public Object visit(PropertyIsLike like, Object extraData) {
            return ff.equals(
                    new EcqlExpressions.Like(
                            visit(like.getExpression(), extraData), like.getLiteral(), like.isMatchingCase()),
                    ff.literal(true));
        }
    }
}
