package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.Installation;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.render.ClassStyle;
import java.awt.Color;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class StylesTest {
    @TempDir
    private Path folder;

    @Test
    void qgisDrawsRoofsInTheColoursOfTheScreen() throws Exception {
        ClassStyle screen = new ClassStyle(Installation.conventions());
        Document qml = qml();
        XPath path = XPathFactory.newInstance().newXPath();
        assertThat(path.evaluate("/qgis/renderer-v2/@attr", qml)).isEqualTo("classe");
        List<String> drawn = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (ClassStyle.Entry entry : screen.entries()) {
            if (entry.mark().isEmpty()) {
                continue;
            }
            int suitability = Integer.parseInt(entry.mark());
            String category = "/qgis/renderer-v2/categories/category[@value='" + suitability + "']";
            String symbol = path.evaluate(category + "/@symbol", qml);
            String layer = "/qgis/renderer-v2/symbols/symbol[@name='" + symbol + "']/layer";
            // QGIS 3.26 and later read the options, older ones the properties.
            for (String colour : List.of("/Option/Option[@name='color']/@value", "/prop[@k='color']/@v")) {
                drawn.add(path.evaluate(layer + colour, qml) + " " + path.evaluate(category + "/@label", qml));
                Color there = screen.colour(suitability);
                shown.add(there.getRed() + "," + there.getGreen() + "," + there.getBlue() + ",255 " + suitability
                        + " – " + screen.name(suitability));
            }
        }
        assertThat(drawn).hasSize(14).isEqualTo(shown);
    }

    private Document qml() throws Exception {
        Path file = folder.resolve("p.gpkg");
        ProjectFile.create(
                        file,
                        new ProjectInfo(
                                new Commune("62498", "Lens", "CA de Lens-Liévin", 32000), Crs.LAMBERT_93, false))
                .close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT styleQML FROM layer_styles WHERE f_table_name = 'batiments'")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(row.getString(1))));
        }
    }
}
