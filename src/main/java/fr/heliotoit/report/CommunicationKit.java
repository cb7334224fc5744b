package fr.heliotoit.report;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a town needs to tell its inhabitants: texts, pictures, posters, slides and a film, all with the figures of the report. */
public final class CommunicationKit {
    private static final int[][] SIZES = {{1200, 630}, {1080, 1080}, {1080, 1920}};
    private static final int STEPS = 8;

    /** The parts that a kit can be made of, by the names of their folders. */
    public static final List<String> PARTS =
            List.of("site", "bulletin", "reseaux", "signature", "qr", "affiche", "conseil", "video");

    private final ReportInput input;
    private final KitTexts texts;
    private final KitVisuals visuals;
    private final KitPapers papers;
    private final Set<String> parts;
    private final Map<String, String> alternatives = new LinkedHashMap<>();

    private CommunicationKit(ReportInput input, KitTexts texts, Set<String> parts) {
        this.input = input;
        this.parts = parts;
        this.texts = texts;
        this.visuals = new KitVisuals(input, texts);
        this.papers = new KitPapers(input, texts);
    }

    /**
     * Writes the kit as a ZIP in the current language.
     *
     * @param edited templates that take the place of the shipped ones, see {@link KitTexts}
     * @param parts of {@link #PARTS}
     * @throws Failure when there is no figure to tell, a text names a figure that is none, or a part is none
     */
    public static void write(
            ReportInput given, Map<String, String> edited, Set<String> parts, OutputStream out, Progress progress)
            throws IOException, Failure {
        if (parts.isEmpty() || !PARTS.containsAll(parts)) {
            throw Failure.of("kit.parts", String.join(", ", parts), String.join(", ", PARTS));
        }
        ReportInput input = given.described();
        if (input.summary().withFigure() == 0) {
            throw Failure.of("kit.nofigures");
        }
        CommunicationKit kit = new CommunicationKit(input, KitTexts.of(input, edited), parts);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            kit.fill(zip, edited, progress);
        }
    }

    private void fill(ZipOutputStream zip, Map<String, String> edited, Progress progress) throws IOException, Failure {
        at(progress, 0);
        if (parts.contains("site")) {
            site(zip);
        }
        at(progress, 1);
        if (parts.contains("bulletin")) {
            article(zip, "bulletin/article-court.odt", "magazine.short");
            article(zip, "bulletin/article-long.odt", "magazine.long");
        }
        if (parts.contains("reseaux")) {
            posts(zip);
        }
        at(progress, 2);
        if (parts.contains("signature")) {
            picture(zip, "signature/signature.png", KitVisuals.png(visuals.signature()), texts.text("signature.alt"));
        }
        codeAndPosters(zip, progress);
        at(progress, 4);
        if (parts.contains("conseil")) {
            add(zip, "conseil/diaporama.pdf", papers.slides());
        }
        at(progress, 5);
        if (parts.contains("video")) {
            film(zip, progress);
        }
        at(progress, 6);
        if (!alternatives.isEmpty()) {
            add(
                    zip,
                    "textes-alternatifs.txt",
                    alternatives.entrySet().stream()
                            .map(e -> e.getKey() + "\n" + e.getValue() + "\n")
                            .collect(Collectors.joining("\n")));
        }
        add(zip, "textes-modifiables.properties", properties(edited));
        add(zip, "LISEZ-MOI.txt", readme());
        at(progress, STEPS);
    }

    private void site(ZipOutputStream zip) throws IOException {
        add(zip, "site/article.html", papers.webPage());
        add(
                zip,
                "site/article.txt",
                texts.text("web.title") + "\n\n" + texts.text("web.text") + "\n\n" + texts.text("visual.source")
                        + "\n");
        picture(zip, "site/visuel.png", KitVisuals.png(visuals.post(1, 1200, 630)), texts.text("visual.1.alt"));
    }

    private void posts(ZipOutputStream zip) throws IOException {
        for (int n = 1; n <= 3; n++) {
            add(
                    zip,
                    "reseaux/post-" + n + ".txt",
                    texts.text("post." + n) + "\n\n" + texts.text("visual.source") + "\n");
            for (int[] size : SIZES) {
                picture(
                        zip,
                        "reseaux/post-" + n + "-" + size[0] + "x" + size[1] + ".png",
                        KitVisuals.png(visuals.post(n, size[0], size[1])),
                        texts.text("visual." + n + ".alt"));
            }
        }
    }

    private void codeAndPosters(ZipOutputStream zip, Progress progress) throws IOException, Failure {
        String site = input.options().brand().site();
        String coded = site == null ? texts.text("qr.text") : site;
        QrCode qr = QrCode.of(coded);
        String qrAlt = texts.text("qr.alt", Map.of("contenu_qr", coded));
        if (parts.contains("qr")) {
            picture(zip, "qr/code-qr.png", qr.png(1000), qrAlt);
            picture(zip, "qr/code-qr.svg", qr.svg(qrAlt), qrAlt);
        }
        at(progress, 3);
        if (parts.contains("affiche")) {
            add(zip, "affiche/affiche-A4.pdf", papers.poster(Paper.A4, 1, qr, qrAlt));
            add(
                    zip,
                    "affiche/affiche-A3.pdf",
                    papers.poster("size:A3;margin:28mm 25mm 28mm 25mm;", Math.sqrt(2), qr, qrAlt));
        }
    }

    private void film(ZipOutputStream zip, Progress progress) throws IOException, Failure {
        KitVideo video = new KitVideo(input, texts, visuals);
        picture(
                zip,
                "video/lire-sa-fiche.mp4",
                video.film(progress),
                texts.text("video.alt", Map.of("duree", String.valueOf(KitVideo.seconds()))));
        add(zip, "video/lire-sa-fiche.vtt", video.captions());
    }

    private static void at(Progress progress, int step) {
        progress.check();
        progress.at("kit.stage", step, STEPS);
    }

    private void article(ZipOutputStream zip, String name, String key) throws IOException {
        add(
                zip,
                name,
                OpenDocument.text(
                        texts.text(key + ".title"),
                        papers.paragraphs(key + ".text"),
                        texts.text("visual.source"),
                        input.date()));
    }

    private String readme() {
        String contrasts = input.options().brand().contrastFindings().stream()
                .map(Texts.current()::text)
                .map(Words::fine)
                .collect(Collectors.joining("\n"));
        return texts.text(
                                "readme",
                                Map.of(
                                        "contrastes",
                                        contrasts,
                                        "synthetique",
                                        input.info().synthetic() ? "\n" + Words.text("kit.readme.synthetic") : ""))
                        .stripTrailing()
                        .lines()
                        .filter(this::about)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** Whether a line of the read-me is about something that is there: {@code - FOLDER/file : where to publish it}. */
    private boolean about(String line) {
        return !(alternatives.isEmpty() && line.startsWith("- textes-alternatifs.txt"))
                && PARTS.stream().noneMatch(part -> !parts.contains(part) && line.startsWith("- " + part + "/"));
    }

    /** The templates in use, to be edited and given back. */
    private static String properties(Map<String, String> edited) {
        StringBuilder lines = new StringBuilder();
        KitTexts.templates()
                .forEach((key, template) -> lines.append(key)
                        .append('=')
                        .append(edited.getOrDefault(key, template)
                                .replace("\\", "\\\\")
                                .replace("\n", "\\n"))
                        .append('\n'));
        return lines.toString();
    }

    private void picture(ZipOutputStream zip, String name, byte[] bytes, String alternative) throws IOException {
        alternatives.put(name, alternative);
        add(zip, name, bytes);
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(input.date().atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
