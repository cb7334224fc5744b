package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.locationtech.jts.geom.Envelope;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A map: layers in the order of painting, overlays last, and where to look.
 *
 * @param view in logical pixels of 1/96 inch
 */
public record MapPicture(Viewport view, List<MapLayer> layers) {
    private static final Color GROUND = new Color(0xF4, 0xF2, 0xEC);

    public MapPicture {
        layers = List.copyOf(layers);
    }

    /** The roofs of a commune by class, with legend, scale bar, north and source line. */
    public static MapPicture ofCommune(
            ProjectInfo info, List<BuildingRecord> records, Conventions conventions, int width, int height) {
        RoofIndex index = new RoofIndex(records);
        ClassStyle style = new ClassStyle(conventions);
        List<MapLayer> layers = new ArrayList<>(List.of(
                new RoofLayer(index, style),
                new Legend(style),
                new ScaleBar(),
                new NorthArrow(),
                new SourceLine(sourceLine(info, records) + " · " + conventions.citation())));
        if (info.synthetic()) {
            layers.add(new SyntheticBadge());
        }
        return new MapPicture(viewAbove(style, index.extent(), width, height), layers);
    }

    /** {@link #ofCommune} as a PNG of 1600 × 1200 pixels, replacing the file. */
    public static void write(ProjectInfo info, List<BuildingRecord> records, Conventions conventions, Path png)
            throws Failure {
        ofCommune(info, records, conventions, 1000, 750).writePng(png, 1.6);
    }

    /** The view of an extent; of one square kilometre around zero when there is nothing to see. */
    public static Viewport view(Envelope extent, int width, int height) {
        return Viewport.fitting(extent.isNull() ? new Envelope(-500, 500, -500, 500) : extent, width, height);
    }

    /**
     * The view of an extent above the legend, scale bar and source line, so that they hide no roof.
     *
     * @param height of the whole map, well above {@link Legend#heightOf} of the style
     */
    public static Viewport viewAbove(RoofStyle style, Envelope extent, int width, int height) {
        int below = Legend.heightOf(style);
        Viewport above = view(extent, width, Math.max(1, height - below));
        return new Viewport(
                above.centreX(),
                above.centreY() - below / 2.0 * above.metresPerPixel(),
                above.metresPerPixel(),
                width,
                height);
    }

    /** Commune, millésime and CRS in one line. */
    public static String sourceLine(ProjectInfo info, List<BuildingRecord> records) {
        String vintage = records.isEmpty() ? "—" : records.getFirst().vintage();
        return Texts.current()
                .text(
                        "render.source",
                        info.commune().name(),
                        vintage,
                        info.crs().code());
    }

    /** Draws on any surface whose unit is the logical pixel: screen, picture, PDF. */
    public void paint(Graphics2D graphics, BooleanSupplier cancelled) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, view.width(), view.height());
        for (MapLayer layer : layers) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            layer.paint(graphics, view, cancelled);
        }
    }

    /** @param pixelRatio real pixels per logical pixel: 1 on plain screens, 2 for crisp pictures */
    public BufferedImage image(double pixelRatio) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(view.width() * pixelRatio),
                (int) Math.round(view.height() * pixelRatio),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(pixelRatio, pixelRatio);
        paint(graphics, () -> false);
        graphics.dispose();
        return image;
    }

    /** The picture as the bytes of a PNG file. */
    public byte[] png(double pixelRatio) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.setUseCache(false);
            ImageIO.write(image(pixelRatio), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /**
     * The picture as SVG, with words for those who do not see it; text stays text.
     *
     * @param title short
     * @param description what the map shows, with figures
     */
    public byte[] svg(String title, String description) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Héliotoit");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(view.width(), view.height()));
        paint(graphics, () -> false);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + view.width() + " " + view.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", title);
        Node first = root.getFirstChild();
        Element words = document.createElementNS(SVGGraphics2D.SVG_NAMESPACE_URI, "desc");
        words.setTextContent(description);
        Element name = document.createElementNS(SVGGraphics2D.SVG_NAMESPACE_URI, "title");
        name.setTextContent(title);
        root.insertBefore(name, first);
        root.insertBefore(words, first);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            graphics.stream(root, writer, true, false);
            writer.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private void writePng(Path file, double pixelRatio) throws Failure {
        byte[] bytes = png(pixelRatio);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Failure(
                    fr.heliotoit.text.Message.of("render.picture.unwritable", file, String.valueOf(e.getMessage())), e);
        }
    }
}
