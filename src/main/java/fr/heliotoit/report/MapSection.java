package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.Legend;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.render.NorthArrow;
import fr.heliotoit.render.RoofIndex;
import fr.heliotoit.render.RoofLayer;
import fr.heliotoit.render.ScaleBar;
import fr.heliotoit.render.SourceLine;
import fr.heliotoit.render.SyntheticBadge;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The roofs of the commune by class. */
final class MapSection implements Section {
    private static final int WIDTH = 657;
    private static final int HEIGHT = 800;
    /** Above this many roofs an image is smaller than their outlines. */
    private static final int MOST_LINES = 5000;

    @Override
    public void write(ReportInput input, Page page) {
        if (input.records().isEmpty()) {
            return;
        }
        page.raw("<div class=\"new-page\">");
        page.heading(Words.text("report.map.title"));
        RoofIndex index = new RoofIndex(input.records());
        ClassStyle style = new ClassStyle(input.conventions());
        List<MapLayer> layers = new ArrayList<>(List.of(
                new RoofLayer(index, style),
                new Legend(style),
                new ScaleBar(),
                new NorthArrow(),
                new SourceLine(Words.printable(MapPicture.sourceLine(input.info(), input.records())))));
        if (input.info().synthetic()) {
            layers.add(new SyntheticBadge());
        }
        MapPicture map = new MapPicture(MapPicture.viewAbove(style, index.extent(), WIDTH, HEIGHT), layers);
        page.drawing(Drawing.map(map, index.size() <= MOST_LINES), alt(input, style));
        page.paragraph("note", Words.text("report.map.note"));
        page.raw("</div>");
    }

    private static String alt(ReportInput input, ClassStyle style) {
        CommuneSummary summary = input.summary();
        List<String> parts = new ArrayList<>();
        summary.byClass().reversed().forEach((c, total) -> {
            if (total.buildings() > 0) {
                parts.add(style.name(c) + " " + Formats.number(total.buildings()));
            }
        });
        int none = summary.buildings() - summary.withFigure();
        if (none > 0) {
            parts.add(Words.text("report.map.unknown") + " " + Formats.number(none));
        }
        return Words.text("report.map.alt", input.info().commune().name(), String.join(", ", parts));
    }
}
