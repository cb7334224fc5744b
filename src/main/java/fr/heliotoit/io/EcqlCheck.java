package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/** Refuses comparisons that could never be true: GeoTools would silently find nothing. */
final class EcqlCheck {
    private final String expression;
    private final List<EcqlToken> tokens;

    EcqlCheck(String expression, List<EcqlToken> tokens) {
        this.expression = expression;
        this.tokens = tokens;
    }

    void check(Filter filter) throws Failure {
        switch (filter) {
            case BinaryLogicOperator logic -> {
                for (Filter child : logic.getChildren()) {
                    check(child);
                }
            }
            case Not not -> check(not.getFilter());
            case PropertyIsBetween between -> {
                pair(between.getExpression(), between.getLowerBoundary(), false);
                pair(between.getExpression(), between.getUpperBoundary(), false);
            }
            case BinaryComparisonOperator comparison -> {
                boolean equality =
                        comparison instanceof PropertyIsEqualTo || comparison instanceof PropertyIsNotEqualTo;
                pair(comparison.getExpression1(), comparison.getExpression2(), equality);
                pair(comparison.getExpression2(), comparison.getExpression1(), equality);
            }
            default -> {}
        }
    }

    private void pair(Expression left, Expression right, boolean equality) throws Failure {
        if (left instanceof EcqlExpressions.Footprint && !(right instanceof EcqlExpressions.Footprint)) {
            throw EcqlFailure.at(expression, place(EcqlNames.GEOMETRY), "io.ecql.geom");
        }
        if (!(left instanceof EcqlExpressions.Value value)) {
            return;
        }
        Attribute attribute = value.attribute();
        if (right instanceof EcqlExpressions.Value other && kind(other.attribute()) != kind(attribute)) {
            throw EcqlFailure.at(
                    expression,
                    place(other.attribute().attributeName()),
                    "io.ecql.attributes",
                    attribute.attributeName(),
                    other.attribute().attributeName());
        }
        if (right instanceof Literal literal) {
            literal(attribute, literal.getValue(), equality);
        }
    }

    private void literal(Attribute attribute, Object value, boolean equality) throws Failure {
        String key = switch (attribute.type()) {
            case NUMBER, INTEGER ->
                value instanceof Number
                                || value instanceof String s && Formats.parse(s).isPresent()
                        ? ""
                        : "io.ecql.number";
            case FLAG -> value instanceof Boolean || isFlag(value.toString()) ? "" : "io.ecql.flag";
            case TEXT -> value instanceof String || value instanceof Number ? "" : "io.ecql.text";
        };
        if (!key.isEmpty()) {
            throw EcqlFailure.at(expression, place(attribute.attributeName()), key, attribute.attributeName(), value);
        }
        List<String> codes = codes(attribute);
        if (equality && !codes.isEmpty() && !codes.contains(value.toString())) {
            List<String> near = Spelling.nearest(value.toString(), codes, 1);
            throw near.isEmpty()
                    ? EcqlFailure.at(
                            expression,
                            place("'" + value + "'"),
                            "io.ecql.code",
                            value,
                            attribute.attributeName(),
                            String.join(", ", codes))
                    : EcqlFailure.at(
                            expression,
                            place("'" + value + "'"),
                            "io.ecql.code.meant",
                            value,
                            attribute.attributeName(),
                            near.getFirst());
        }
    }

    /** The closed lists. */
    private static List<String> codes(Attribute attribute) {
        return switch (attribute) {
            case USAGE -> Arrays.stream(Usage.values()).map(Usage::code).toList();
            case RAISON ->
                Arrays.stream(NoFigure.Reason.values())
                        .map(NoFigure.Reason::code)
                        .toList();
            case METHODE ->
                Arrays.stream(SolarPotential.Method.values())
                        .map(SolarPotential.Method::code)
                        .toList();
            default -> List.of();
        };
    }

    private static boolean isFlag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }

    /** Numbers compare with whole numbers; the rest only with their like. */
    private static Attribute.Type kind(Attribute attribute) {
        return attribute.type() == Attribute.Type.INTEGER ? Attribute.Type.NUMBER : attribute.type();
    }

    private int place(String name) {
        for (EcqlToken token : tokens) {
            String text = token.kind() == EcqlToken.Kind.QUOTED
                    ? token.text().substring(1, token.text().length() - 1)
                    : token.text();
            if (text.equalsIgnoreCase(name)) {
                return token.at();
            }
        }
        return 0;
    }
}
