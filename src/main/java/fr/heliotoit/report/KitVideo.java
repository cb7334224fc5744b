package fr.heliotoit.report;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.task.Progress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jcodec.api.awt.AWTSequenceEncoder;

/**
 * The tutorial: how to read the sheet of a roof, on the real sheet of a building and the real map of the commune. Silent, with the captions in
 * the picture and beside it (WebVTT).
 */
final class KitVideo {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 2;
    private static final int CAPTION = 110;
    private static final double DOTS_PER_INCH = 144;
    private static final int SCENES = 9;
    private static final int[] SECONDS = {4, 5, 5, 6, 6, 5, 5, 5, 5};

    private final ReportInput input;
    private final KitTexts texts;
    private final KitVisuals visuals;

    KitVideo(ReportInput input, KitTexts texts, KitVisuals visuals) {
        this.input = input;
        this.texts = texts;
        this.visuals = visuals;
    }

    static int seconds() {
        int sum = 0;
        for (int s : SECONDS) {
            sum += s;
        }
        return sum;
    }

    /** The captions with their times. */
    String captions() {
        StringBuilder vtt =
                new StringBuilder("WEBVTT\n\nNOTE " + texts.text("video.source").replace("-->", "→") + "\n\n");
        int at = 0;
        for (int i = 0; i < SCENES; i++) {
            vtt.append(time(at)).append(" --> ").append(time(at + SECONDS[i])).append('\n');
            vtt.append(texts.text("video." + (i + 1)).replace("-->", "→")).append("\n\n");
            at += SECONDS[i];
        }
        return vtt.toString();
    }

    private static String time(int seconds) {
        return "00:%02d:%02d.000".formatted(seconds / 60, seconds % 60);
    }

    /** The film as MP4 (H.264). */
    byte[] film(Progress progress) throws IOException {
        List<BufferedImage> scenes = scenes();
        Path file = Files.createTempFile("heliotoit-video", ".mp4");
        try {
            File plain = file.toFile();
            AWTSequenceEncoder encoder = AWTSequenceEncoder.createSequenceEncoder(plain, FRAMES_PER_SECOND);
            for (int i = 0; i < scenes.size(); i++) {
                for (int frame = 0; frame < SECONDS[i] * FRAMES_PER_SECOND; frame++) {
                    progress.check();
                    encoder.encodeImage(scenes.get(i));
                }
            }
            encoder.finish();
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One still picture per caption. */
    List<BufferedImage> scenes() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BuildingRecord example = example();
        BuildingSheet.write(input, example, pdf);
        List<BufferedImage> scenes = new ArrayList<>();
        scenes.add(scene(1, g -> title(g)));
        scenes.add(scene(2, g -> g.drawImage(visuals.mapOnly(WIDTH, HEIGHT - CAPTION), 0, 0, null)));
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage front = renderer.renderImageWithDPI(0, (float) DOTS_PER_INCH, ImageType.RGB);
            BufferedImage back =
                    renderer.renderImageWithDPI(document.getNumberOfPages() - 1, (float) DOTS_PER_INCH, ImageType.RGB);
            Marks marks = Marks.of(document);
            double scale = DOTS_PER_INCH / 72;
            double lead = marks.y("report.sheet.lead.mark", 130) * scale;
            double key = marks.y("report.key.yield", 190) * scale;
            double facts = marks.y("report.sheet.facts", 240) * scale;
            double months = marks.y("report.sheet.months.mark", 520) * scale;
            double checks = marks.back("report.sheet.checks", 300) * scale;
            scenes.add(scene(3, g -> whole(g, front, back)));
            scenes.add(scene(4, g -> part(g, front, lead - 130, lead - 22, lead + 58)));
            scenes.add(scene(5, g -> part(g, front, key - 150, key - 66, key + 45)));
            scenes.add(scene(6, g -> part(g, front, facts - 30, facts - 20, Math.max(facts + 330, months - 60))));
            scenes.add(scene(7, g -> part(g, front, months - 40, months - 30, months + 260)));
            scenes.add(scene(8, g -> part(g, back, checks - 40, checks - 30, checks + 335)));
        }
        scenes.add(scene(9, g -> title(g)));
        return scenes;
    }

    private BufferedImage scene(int number, java.util.function.Consumer<Graphics2D> painter) {
        return KitVisuals.image(WIDTH, HEIGHT, g -> {
            KitVisuals.fill(g, new Color(0xE6, 0xE6, 0xE6), 0, 0, WIDTH, HEIGHT);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            painter.accept(g);
            g.setClip(null);
            KitVisuals.fill(g, Color.BLACK, 0, HEIGHT - CAPTION, WIDTH, CAPTION);
            boolean synthetic = input.info().synthetic();
            new TextBox(40, HEIGHT - CAPTION + 10, WIDTH - 80, CAPTION - (synthetic ? 36 : 20), 34, false, true)
                    .draw(g, texts.text("video." + number), Color.WHITE);
            if (synthetic) {
                new TextBox(40, HEIGHT - 24, WIDTH - 80, 22, 16, true, true)
                        .draw(g, Words.text("render.synthetic"), Color.WHITE);
            }
        });
    }

    private void title(Graphics2D g) {
        Brand brand = input.options().brand();
        KitVisuals.fill(g, brand.primary(), 0, 0, WIDTH, HEIGHT);
        new TextBox(120, 170, WIDTH - 240, 190, 72, true, true).draw(g, texts.text("video.title"), brand.onPrimary());
        new TextBox(120, 390, WIDTH - 240, 60, 36, false, true)
                .draw(g, Words.cut(input.info().commune().name(), 80), brand.onPrimary());
        visuals.logo(g, WIDTH / 2.0 - 110, 480, 220, 90);
    }

    /** Both sides of the sheet, side by side. */
    private static void whole(Graphics2D g, BufferedImage front, BufferedImage back) {
        double scale = (HEIGHT - CAPTION - 40.0) / front.getHeight();
        double width = front.getWidth() * scale;
        draw(g, front, WIDTH / 2.0 - width - 15, 20, scale);
        draw(g, back, WIDTH / 2.0 + 15, 20, scale);
    }

    /** A part of a page over the whole width of the picture, what is meant in a frame. */
    private void part(Graphics2D g, BufferedImage page, double top, double from, double to) {
        double scale = Math.min(1120.0 / page.getWidth(), (HEIGHT - CAPTION - 20) / (to - top + 20));
        double x = (WIDTH - page.getWidth() * scale) / 2;
        double y = -Math.max(0, top) * scale;
        g.clip(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT - CAPTION));
        draw(g, page, x, y, scale);
        g.setStroke(new java.awt.BasicStroke(6));
        g.setColor(new Color(0xD6, 0x00, 0x6C));
        double left = x + page.getWidth() * scale * 0.06;
        g.draw(new Rectangle2D.Double(left, y + from * scale, page.getWidth() * scale * 0.88, (to - from) * scale));
    }

    private static void draw(Graphics2D g, BufferedImage page, double x, double y, double scale) {
        AffineTransform at = AffineTransform.getTranslateInstance(x, y);
        at.scale(scale, scale);
        g.drawImage(page, at, null);
    }

    /** The public building that yields most, else a made-up one that is called so: never somebody's house. */
    private BuildingRecord example() {
        return input.publicBuildings().stream()
                .filter(r -> r.outcome() instanceof SolarPotential p && p.yearlyYieldKWh() > 0)
                .max(Comparator.comparingDouble((BuildingRecord r) -> ((SolarPotential) r.outcome()).yearlyYieldKWh())
                        .thenComparing(r -> r.building().id()))
                .orElseGet(this::madeUp);
    }

    private BuildingRecord madeUp() {
        BuildingRecord any = input.records().stream()
                .filter(r -> r.outcome() instanceof SolarPotential)
                .max(Comparator.comparingDouble(
                        (BuildingRecord r) -> r.building().footprintM2()))
                .orElseThrow();
        double irradiation = 1050;
        double usable = 40;
        double power = usable * input.conventions().modulePowerDensity().value() / 1000;
        var at = any.building().footprint().getEnvelopeInternal();
        var rectangle = any.building()
                .footprint()
                .getFactory()
                .toGeometry(new org.locationtech.jts.geom.Envelope(
                        at.getMaxX() + 20, at.getMaxX() + 30, at.getMinY(), at.getMinY() + 8));
        Building building = new Building(
                "exemple", rectangle, Words.text("kit.example.name"), null, null, Usage.RESIDENTIAL, false, null);
        SolarPotential potential = new SolarPotential(
                irradiation,
                List.of(),
                80,
                usable,
                power,
                power * irradiation * input.conventions().performanceRatio().value(),
                List.of(),
                input.conventions().classOf(irradiation),
                35,
                180,
                SolarPotential.Method.RASTER);
        return new BuildingRecord(building, List.of(), potential, any.vintage());
    }

    /** Where the parts of the sheet are: the tops of lines, from the top of the page [pt]. */
    private record Marks(Map<String, Double> front, Map<String, Double> back) {
        static Marks of(PDDocument document) throws IOException {
            return new Marks(lines(document, 1), lines(document, document.getNumberOfPages()));
        }

        double y(String key, double otherwise) {
            return find(front, key, otherwise);
        }

        double back(String key, double otherwise) {
            return find(back, key, otherwise);
        }

        private static double find(Map<String, Double> lines, String key, double otherwise) {
            String wanted = plain(Words.text(key));
            return lines.entrySet().stream()
                    .filter(e -> e.getKey().contains(wanted))
                    .mapToDouble(Map.Entry::getValue)
                    .findFirst()
                    .orElse(otherwise);
        }

        private static String plain(String words) {
            return words.replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }

        private static Map<String, Double> lines(PDDocument document, int page) throws IOException {
            Map<String, Double> lines = new java.util.LinkedHashMap<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    lines.put(plain(text), (double) positions.getFirst().getYDirAdj());
                }
            };
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
            return lines;
        }
    }
}
