package fr.heliotoit.report;

import fr.heliotoit.render.MapPicture;

/** The map of the commune as a picture by itself. */
public final class CommuneMap {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 750;
    private static final double PIXEL_RATIO = 1.6;

    private CommuneMap() {}

    /** As PNG of 1600 × 1200 pixels; private roofs as the options say. */
    public static byte[] png(ReportInput given) {
        return picture(given.described()).png(PIXEL_RATIO);
    }

    /** As SVG with its alternative text; private roofs as the options say. */
    public static byte[] svg(ReportInput given) {
        ReportInput input = given.described();
        return picture(input)
                .svg(
                        Words.text(
                                "report.cover.title",
                                Words.cut(input.info().commune().name(), 120)),
                        Words.printable(MapSection.alt(input)));
    }

    private static MapPicture picture(ReportInput input) {
        return MapPicture.ofCommune(input.info(), input.mapped(), input.conventions(), WIDTH, HEIGHT);
    }
}
