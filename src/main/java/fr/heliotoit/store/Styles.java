package fr.heliotoit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code layer_styles}, from which QGIS draws the layers of the file at once as Héliotoit does: roofs by suitability class in the
 * colours of the screen. The texts are QML of QGIS 3; each symbol says its properties in the words of QGIS before and after 3.26.
 */
final class Styles {
    /** Class, colour and name of the conventions that are delivered, as {@code render.ClassStyle} draws them; a test compares. */
    static final List<Entry> CLASSES = List.of(
            new Entry(1, "0,34,78", "Faible"),
            new Entry(2, "43,64,110", "Modeste"),
            new Entry(3, "88,93,110", "Passable"),
            new Entry(4, "125,124,120", "Moyenne"),
            new Entry(5, "166,156,115", "Bonne"),
            new Entry(6, "210,192,96", "Très bonne"),
            new Entry(7, "254,232,56", "Excellente"));

    private static final String NO_FIGURE = "214,214,214";

    private Styles() {}

    record Entry(int suitabilityClass, String rgb, String name) {}

    /** A style for every feature table that has none. */
    static void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                        + " styleQML, styleSLD, useAsDefault, description, owner, update_time)"
                        + " SELECT '', '', ?1, 'geom', 'Héliotoit', ?2, '', 1, ?3, 'heliotoit', ?4"
                        + " WHERE NOT EXISTS (SELECT * FROM layer_styles WHERE f_table_name = ?1)")) {
            for (Map.Entry<String, String> style : all().entrySet()) {
                insert.setString(1, style.getKey());
                insert.setString(2, style.getValue());
                insert.setString(3, "Style de Héliotoit pour " + style.getKey());
                insert.setString(4, Schema.now());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, String> all() {
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("batiments", byClass());
        styles.put("pans", single("fill", fill("245,150,66,60", "170,85,0", "0.2")));
        styles.put("pans_fournis", single("fill", fill("245,150,66,60", "120,60,0", "0.2")));
        styles.put("modules", single("fill", fill("40,60,110,200", "20,30,60", "0.1")));
        styles.put("commune", single("fill", fill("255,255,255,0", "200,30,60", "0.6")));
        styles.put("parcelles", single("fill", fill("255,255,255,0", "140,140,140", "0.15")));
        styles.put("protections", single("fill", fill("130,60,160,40", "130,60,160", "0.4")));
        styles.put("parkings", single("fill", fill("80,120,190,70", "50,80,150", "0.2")));
        styles.put("adresses", single("marker", marker("90,90,90", "1.2")));
        styles.put("installations", single("marker", marker("230,120,0", "2.6")));
        return styles;
    }

    private static String byClass() {
        StringBuilder categories = new StringBuilder();
        StringBuilder symbols = new StringBuilder();
        for (Entry entry : CLASSES) {
            int n = entry.suitabilityClass();
            categories.append(category(n - 1, String.valueOf(n), n + " – " + entry.name()));
            symbols.append(symbol(n - 1, "fill", fill(entry.rgb() + ",255", "60,60,60", "0.1")));
        }
        categories.append(category(CLASSES.size(), "", "Sans chiffre (voir « raison »)"));
        symbols.append(symbol(CLASSES.size(), "fill", fill(NO_FIGURE + ",255", "120,120,120", "0.1")));
        return document("<renderer-v2 type=\"categorizedSymbol\" attr=\"classe\" forceraster=\"0\" symbollevels=\"0\""
                + " enableorderby=\"0\"><categories>" + categories + "</categories><symbols>" + symbols
                + "</symbols><rotation/><sizescale/></renderer-v2>");
    }

    private static String category(int symbol, String value, String label) {
        return "<category symbol=\"" + symbol + "\" value=\"" + value + "\" label=\"" + label
                + "\" render=\"true\" type=\"" + (value.isEmpty() ? "string" : "long") + "\"/>";
    }

    private static String single(String type, String layer) {
        return document("<renderer-v2 type=\"singleSymbol\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">"
                + "<symbols>" + symbol(0, type, layer) + "</symbols><rotation/><sizescale/></renderer-v2>");
    }

    private static String symbol(int name, String type, String layer) {
        return "<symbol name=\"" + name + "\" type=\"" + type + "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
                + layer + "</symbol>";
    }

    /** @param width of the outline [mm on the screen] */
    private static String fill(String rgba, String outline, String width) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("color", rgba);
        properties.put("style", "solid");
        properties.put("outline_color", outline + ",255");
        properties.put("outline_style", "solid");
        properties.put("outline_width", width);
        properties.put("outline_width_unit", "MM");
        return layer("SimpleFill", properties);
    }

    /** @param size [mm on the screen] */
    private static String marker(String rgb, String size) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("name", "circle");
        properties.put("color", rgb + ",255");
        properties.put("outline_color", "255,255,255,255");
        properties.put("outline_style", "solid");
        properties.put("size", size);
        properties.put("size_unit", "MM");
        return layer("SimpleMarker", properties);
    }

    private static String layer(String kind, Map<String, String> properties) {
        StringBuilder options = new StringBuilder();
        StringBuilder props = new StringBuilder();
        properties.forEach((key, value) -> {
            options.append("<Option name=\"" + key + "\" type=\"QString\" value=\"" + value + "\"/>");
            props.append("<prop k=\"" + key + "\" v=\"" + value + "\"/>");
        });
        return "<layer class=\"" + kind + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options
                + "</Option>" + props + "</layer>";
    }

    private static String document(String renderer) {
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22\""
                + " styleCategories=\"Symbology\">" + renderer + "</qgis>";
    }
}
