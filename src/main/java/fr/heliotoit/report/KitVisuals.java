package fr.heliotoit.report;

import fr.heliotoit.render.Ink;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.render.RoofLayer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The pictures of the kit: for posts, signature and video, all with the commune's colours and words of enough contrast. */
final class KitVisuals {
    private final ReportInput input;
    private final KitTexts texts;
    private final Brand brand;
    private final Maps maps;

    KitVisuals(ReportInput input, KitTexts texts) {
        this.input = input;
        this.texts = texts;
        this.brand = input.options().brand();
        this.maps = Maps.of(input);
    }

    /**
     * A picture for a post.
     *
     * @param number 1 the figure, 2 the map, 3 the steps
     */
    BufferedImage post(int number, int width, int height) {
        return image(width, height, g -> {
            double unit = Math.sqrt((double) width * height) / 100;
            switch (number) {
                case 1 -> figure(g, width, height, unit);
                case 2 -> map(g, width, height, unit);
                default -> steps(g, width, height, unit);
            }
        });
    }

    /** The banner of a mail signature. */
    BufferedImage signature() {
        int width = 600;
        int height = 120;
        return image(width, height, g -> {
            fill(g, brand.primary(), 0, 0, width, height);
            double left = 20 + logo(g, 16, 20, 120, 80);
            new TextBox(left, 22, width - left - 20, 44, 24, true, false)
                    .draw(g, texts.text("signature.title"), brand.onPrimary());
            new TextBox(left, 70, width - left - 20, 34, 18, false, false)
                    .draw(g, texts.text("signature.text"), brand.onPrimary());
        });
    }

    /** The commune from above, nothing else. */
    BufferedImage mapOnly(int width, int height) {
        List<MapLayer> layers = List.of(new RoofLayer(maps.index(), maps.style()));
        return new MapPicture(MapPicture.view(maps.index().extent(), width, height), layers).image(1);
    }

    private void figure(Graphics2D g, int width, int height, double unit) {
        fill(g, brand.primary(), 0, 0, width, height);
        Color ink = brand.onPrimary();
        boolean tall = height > 1.3 * width;
        // The sun fills what a tall picture has to spare.
        double sun = tall ? 34 * unit : 16 * unit;
        sun(g, width - 0.1 * sun, 0.1 * sun, sun, Ink.mix(brand.primary(), ink, 0.22));
        double top = Math.max(10 * unit, height * (tall ? 0.36 : 0.2));
        double below = new TextBox(6 * unit, top, width - 12 * unit, 22 * unit, (float) (17 * unit), true, false)
                .draw(g, texts.text("visual.1.title"), ink);
        new TextBox(
                        6 * unit,
                        below + 3 * unit,
                        width - 12 * unit,
                        height - below - 14 * unit,
                        (float) ((tall ? 7.4 : 6.2) * unit),
                        false,
                        false)
                .draw(g, texts.text("visual.1.text"), ink);
        foot(g, width, height, unit, ink);
    }

    private void map(Graphics2D g, int width, int height, double unit) {
        int band = (int) Math.round(27 * unit);
        g.drawImage(mapOnly(width, height - band), 0, 0, null);
        fill(g, brand.primary(), 0, height - band, width, band);
        Color ink = brand.onPrimary();
        double top = height - band + 2.5 * unit;
        double below = new TextBox(6 * unit, top, width - 12 * unit, 8 * unit, (float) (6.4 * unit), true, false)
                .draw(g, texts.text("visual.2.title"), ink);
        new TextBox(6 * unit, below + unit, width - 12 * unit, 6 * unit, (float) (4 * unit), false, false)
                .draw(g, texts.text("visual.2.text"), ink);
        foot(g, width, height, unit, ink);
    }

    private void steps(Graphics2D g, int width, int height, double unit) {
        fill(g, Color.WHITE, 0, 0, width, height);
        fill(g, brand.primary(), 0, 0, width, 3 * unit);
        Color ink = brand.primaryInk();
        double below = new TextBox(6 * unit, 9 * unit, width - 12 * unit, 22 * unit, (float) (8 * unit), true, false)
                .draw(g, texts.text("visual.3.title"), ink);
        List<String> steps = texts.parts("visual.3.text");
        double room = (height - below - 14 * unit) / steps.size();
        for (int i = 0; i < steps.size(); i++) {
            double middle = below + room * (i + 0.5);
            double radius = Math.min(0.4 * room, 6 * unit);
            g.setColor(brand.primary());
            g.fill(new Ellipse2D.Double(6 * unit, middle - radius, 2 * radius, 2 * radius));
            new TextBox(6 * unit, middle - 0.62 * radius, 2 * radius, 1.6 * radius, (float) (1.05 * radius), true, true)
                    .draw(g, String.valueOf(i + 1), brand.onPrimary());
            double left = 10 * unit + 2 * radius;
            double size = Math.min(6, 0.5 * room / unit) * unit;
            new TextBox(left, middle - 0.6 * size, width - left - 6 * unit, 0.9 * room, (float) size, false, false)
                    .draw(g, steps.get(i), Ink.DARK);
        }
        foot(g, width, height, unit, Ink.DARK);
    }

    /** Logo at the right, source at the left. */
    private void foot(Graphics2D g, int width, int height, double unit, Color ink) {
        double plate = logo(g, width - 24 * unit, height - 11 * unit, 20 * unit, 8 * unit);
        new TextBox(
                        6 * unit,
                        height - 6 * unit,
                        width - 12 * unit - (plate > 0 ? 22 * unit : 0),
                        4 * unit,
                        (float) (2.5 * unit),
                        false,
                        false)
                .draw(g, source(), ink);
    }

    private String source() {
        return (input.info().synthetic() ? Words.text("render.synthetic") + " · " : "") + texts.text("visual.source");
    }

    /** @return the width taken, 0 without a logo */
    double logo(Graphics2D g, double x, double y, double width, double height) {
        BufferedImage logo = brand.logo();
        if (logo == null) {
            return 0;
        }
        double scale = Math.min(width / logo.getWidth(), height / logo.getHeight());
        double w = logo.getWidth() * scale;
        double h = logo.getHeight() * scale;
        double top = y + (height - h) / 2;
        g.setColor(Color.WHITE);
        g.fill(new RoundRectangle2D.Double(x - 6, top - 6, w + 12, h + 12, 8, 8));
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(logo, (int) x, (int) top, (int) w, (int) h, null);
        return w + 18;
    }

    private static void sun(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - radius / 2, y - radius / 2, radius, radius));
        for (int i = 0; i < 12; i++) {
            Graphics2D ray = (Graphics2D) g.create();
            ray.rotate(Math.toRadians(30.0 * i), x, y);
            ray.fill(new Rectangle2D.Double(x - radius / 28, y - radius * 0.95, radius / 14, radius * 0.3));
            ray.dispose();
        }
    }

    static void fill(Graphics2D g, Color colour, double x, double y, double width, double height) {
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    static BufferedImage image(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        painter.accept(g);
        g.dispose();
        return image;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
