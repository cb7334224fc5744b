package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A question as a condition on the table {@code batiments}. Constants are parameters, never text.
 *
 * @param exact false when parts of the question are no columns: then the condition is true for more buildings than it
 */
record BuildingSql(String condition, List<Object> parameters, boolean exact) {
    /** Columns of the table, named as the attributes. */
    static final Set<Attribute> COLUMNS = EnumSet.of(
            Attribute.ID,
            Attribute.NOM,
            Attribute.ADRESSE,
            Attribute.PARCELLE,
            Attribute.USAGE,
            Attribute.PUBLIC,
            Attribute.EMPRISE,
            Attribute.HAUTEUR,
            Attribute.TOITURE,
            Attribute.SURFACE,
            Attribute.INCLINAISON,
            Attribute.ORIENTATION,
            Attribute.IRRADIATION,
            Attribute.PUISSANCE,
            Attribute.PRODUCTION,
            Attribute.PRODUCTIBLE,
            Attribute.CLASSE,
            Attribute.RAISON,
            Attribute.METHODE,
            Attribute.MILLESIME);

    /** Coordinates in the index are 32-bit floats rounded outwards: it finds at least those whose envelope meets the box. */
    private static final String BOX = "fid IN (SELECT id FROM rtree_batiments_geom"
            + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";

    static BuildingSql of(BuildingQuery query) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder condition = new StringBuilder();
        boolean exact = append(query, condition, parameters);
        return new BuildingSql(condition.toString(), List.copyOf(parameters), exact);
    }

    /** Whether the order of this attribute's values is the same in SQL: texts have a French order that SQLite does not know. */
    static boolean orders(Attribute attribute) {
        return COLUMNS.contains(attribute) && attribute.type() != Attribute.Type.TEXT;
    }

    private static boolean append(BuildingQuery query, StringBuilder sql, List<Object> parameters) {
        return switch (query) {
            case BuildingQuery.All all -> {
                sql.append("TRUE");
                yield true;
            }
            case BuildingQuery.And and -> join(and.parts(), " AND ", "TRUE", sql, parameters);
            case BuildingQuery.Or or -> join(or.parts(), " OR ", "FALSE", sql, parameters);
            case BuildingQuery.Not not -> {
                BuildingSql part = of(not.part());
                // The negation of "at least these" would be "at most those".
                sql.append(part.exact() ? "NOT (" + part.condition() + ")" : "TRUE");
                if (part.exact()) {
                    parameters.addAll(part.parameters());
                }
                yield part.exact();
            }
            case BuildingQuery.Missing missing -> {
                boolean column = COLUMNS.contains(missing.attribute());
                sql.append(column ? missing.attribute().attributeName() + " IS NULL" : "TRUE");
                yield column;
            }
            case BuildingQuery.Compare compare -> {
                boolean column = COLUMNS.contains(compare.attribute());
                String name = compare.attribute().attributeName();
                if (column) {
                    // Never NULL, so that a negation is true where there is no value.
                    sql.append("(" + name + " IS NOT NULL AND " + name + operator(compare.operator()) + "?)");
                    parameters.add(compare.value());
                } else {
                    sql.append("TRUE");
                }
                yield column;
            }
            case BuildingQuery.Box box -> {
                sql.append(BOX);
                parameters.addAll(List.of(box.minX(), box.maxX(), box.minY(), box.maxY()));
                yield false;
            }
        };
    }

    private static boolean join(
            List<BuildingQuery> parts, String word, String none, StringBuilder sql, List<Object> parameters) {
        if (parts.isEmpty()) {
            sql.append(none);
            return true;
        }
        boolean exact = true;
        String before = "(";
        for (BuildingQuery part : parts) {
            sql.append(before);
            exact &= append(part, sql, parameters);
            before = word;
        }
        sql.append(")");
        return exact;
    }

    private static String operator(BuildingQuery.Operator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
        };
    }

    /** Sets the parameters from the first on; returns the index after the last. */
    int bind(PreparedStatement statement) throws SQLException {
        int i = 1;
        for (Object parameter : parameters) {
            statement.setObject(i++, parameter);
        }
        return i;
    }
}
