package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingQuery;
import fr.heliotoit.cadastre.BuildingQuery.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of an ECQL expression that indexes can answer.
 *
 * @param question true for at least the buildings that the expression is true for
 * @param exact whether it is true for these only
 */
record EcqlQuestion(BuildingQuery question, boolean exact) {
    private static final EcqlQuestion ANY = new EcqlQuestion(BuildingQuery.ALL, false);

    static EcqlQuestion of(Filter filter) {
        return switch (filter) {
            case And and -> and(and.getChildren());
            case Or or -> or(or.getChildren());
            case Not not -> {
                EcqlQuestion part = of(not.getFilter());
                yield part.exact() ? exactly(new BuildingQuery.Not(part.question())) : ANY;
            }
            case PropertyIsBetween between ->
                both(
                        compare(between.getExpression(), Operator.GREATER_OR_EQUAL, between.getLowerBoundary()),
                        compare(between.getExpression(), Operator.LESS_OR_EQUAL, between.getUpperBoundary()));
            case PropertyIsNull missing ->
                missing.getExpression() instanceof EcqlExpressions.Value value
                        ? exactly(new BuildingQuery.Missing(value.attribute()))
                        : ANY;
            case BinaryComparisonOperator comparison -> comparison(comparison);
            case BinarySpatialOperator spatial -> spatial(spatial);
            default -> ANY;
        };
    }

    private static EcqlQuestion exactly(BuildingQuery question) {
        return new EcqlQuestion(question, true);
    }

    private static EcqlQuestion and(List<Filter> filters) {
        List<BuildingQuery> parts = new ArrayList<>();
        boolean exact = true;
        for (Filter filter : filters) {
            EcqlQuestion part = of(filter);
            exact &= part.exact();
            parts.add(part.question());
        }
        return new EcqlQuestion(new BuildingQuery.And(parts), exact);
    }

    private static EcqlQuestion or(List<Filter> filters) {
        List<BuildingQuery> parts = new ArrayList<>();
        boolean exact = true;
        for (Filter filter : filters) {
            EcqlQuestion part = of(filter);
            exact &= part.exact();
            parts.add(part.question());
        }
        return new EcqlQuestion(new BuildingQuery.Or(parts), exact);
    }

    private static EcqlQuestion both(EcqlQuestion a, EcqlQuestion b) {
        return new EcqlQuestion(new BuildingQuery.And(List.of(a.question(), b.question())), a.exact() && b.exact());
    }

    private static EcqlQuestion comparison(BinaryComparisonOperator comparison) {
        boolean turned = comparison.getExpression1() instanceof Literal;
        Expression attribute = turned ? comparison.getExpression2() : comparison.getExpression1();
        Expression constant = turned ? comparison.getExpression1() : comparison.getExpression2();
        return switch (comparison) {
            case PropertyIsEqualTo equal -> equal.isMatchingCase() ? compare(attribute, Operator.EQUAL, constant) : ANY;
            case PropertyIsNotEqualTo differs -> ANY;
            case PropertyIsLessThan less -> compare(attribute, turned ? Operator.GREATER : Operator.LESS, constant);
            case PropertyIsLessThanOrEqualTo atMost ->
                compare(attribute, turned ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL, constant);
            case PropertyIsGreaterThan greater ->
                compare(attribute, turned ? Operator.LESS : Operator.GREATER, constant);
            case PropertyIsGreaterThanOrEqualTo atLeast ->
                compare(attribute, turned ? Operator.LESS_OR_EQUAL : Operator.GREATER_OR_EQUAL, constant);
            default -> ANY;
        };
    }

    private static EcqlQuestion compare(Expression left, Operator operator, Expression right) {
        if (!(left instanceof EcqlExpressions.Value value) || !(right instanceof Literal literal)) {
            return ANY;
        }
        return constant(value.attribute(), operator, literal.getValue())
                .map(v -> exactly(new BuildingQuery.Compare(value.attribute(), operator, v)))
                .orElse(ANY);
    }

    /** Only what needs no conversion: GeoTools has its own. */
    private static Optional<Object> constant(Attribute attribute, Operator operator, Object value) {
        return switch (attribute.type()) {
            case NUMBER, INTEGER ->
                value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
            case FLAG ->
                value instanceof Boolean flag && operator == Operator.EQUAL ? Optional.of(flag) : Optional.empty();
            case TEXT ->
                value instanceof String text && operator == Operator.EQUAL ? Optional.of(text) : Optional.empty();
        };
    }

    /** What meets a shape meets its envelope; {@code BBOX} is about envelopes and nothing else. */
    private static EcqlQuestion spatial(BinarySpatialOperator spatial) {
        Expression other = spatial.getExpression1() instanceof EcqlExpressions.Footprint
                ? spatial.getExpression2()
                : spatial.getExpression1();
        boolean apart = spatial instanceof Disjoint || spatial instanceof Beyond || spatial instanceof DWithin;
        if (apart
                || !(other instanceof Literal literal)
                || !(spatial.getExpression1() instanceof EcqlExpressions.Footprint
                        || spatial.getExpression2() instanceof EcqlExpressions.Footprint)) {
            return ANY;
        }
        Envelope box;
        if (literal.getValue() instanceof Geometry shape) {
            box = shape.getEnvelopeInternal();
        } else if (spatial instanceof BBOX bbox) {
            box = new Envelope(
                    bbox.getBounds().getMinX(),
                    bbox.getBounds().getMaxX(),
                    bbox.getBounds().getMinY(),
                    bbox.getBounds().getMaxY());
        } else {
            return ANY;
        }
        return box.isNull()
                ? ANY
                : new EcqlQuestion(
                        new BuildingQuery.Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()), false);
    }
}
