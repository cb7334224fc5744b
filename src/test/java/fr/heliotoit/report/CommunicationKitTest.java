package fr.heliotoit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.render.Town;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jcodec.common.Codec;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommunicationKitTest {
    private static Map<String, byte[]> kit = Map.of();

    private static ReportInput input(String name, List<BuildingRecord> records, Brand brand) {
        return new ReportInput(
                new ProjectInfo(new Commune("62999", name, null, 4321), Crs.LAMBERT_93, true),
                records,
                Optional.of(new Snapshot(1, "2026-03", Instant.EPOCH, List.of(), records.size())),
                List.of(),
                Town.conventions(),
                LocalDate.of(2026, 11, 22),
                "0.1.0",
                Optional.empty(),
                new ReportOptions(null, 0, brand, false));
    }

    private static Map<String, byte[]> make(ReportInput input, Map<String, String> edited) throws Exception {
        return make(input, edited, Set.copyOf(CommunicationKit.PARTS));
    }

    private static Map<String, byte[]> make(ReportInput input, Map<String, String> edited, Set<String> parts)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommunicationKit.write(input, edited, parts, out, Progress.NONE);
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @BeforeAll
    static void makeOne() throws Exception {
        kit = make(
                input(
                        "Saint-Soleil-en-Artois",
                        Town.records(300),
                        Brand.of(null, "#F0E442,#0072B2", "https://soleil.exemple.fr")),
                Map.of("post.3", "Texte changé : {production} !"));
    }

    @AfterEach
    void speakFrenchAgain() {
        Texts.choose("fr");
    }

    private static String text(String name) {
        return new String(kit.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void holdsOnlyThePartsThatWereChosenAndSaysNothingOfTheOthers() throws Exception {
        ReportInput input = input("Saint-Soleil-en-Artois", Town.records(60), Brand.NONE);
        Map<String, byte[]> some = make(input, Map.of(), Set.of("bulletin", "qr"));
        assertThat(new TreeSet<>(some.keySet()))
                .containsExactly(
                        "LISEZ-MOI.txt",
                        "bulletin/article-court.odt",
                        "bulletin/article-long.odt",
                        "qr/code-qr.png",
                        "qr/code-qr.svg",
                        "textes-alternatifs.txt",
                        "textes-modifiables.properties");
        String readme = new String(some.get("LISEZ-MOI.txt"), StandardCharsets.UTF_8);
        assertThat(readme).contains("- bulletin/", "- qr/").doesNotContain("- site/", "- video/", "- affiche/");
        assertThat(make(input, Map.of(), Set.of("bulletin"))).doesNotContainKey("textes-alternatifs.txt");
        assertThatThrownBy(() -> make(input, Map.of(), Set.of("film")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("film")
                .hasMessageContaining("video");
    }

    @Test
    void holdsEverythingThatATownNeeds() throws Exception {
        assertThat(new TreeSet<>(kit.keySet()))
                .contains(
                        "LISEZ-MOI.txt",
                        "textes-alternatifs.txt",
                        "textes-modifiables.properties",
                        "site/article.html",
                        "site/article.txt",
                        "bulletin/article-court.odt",
                        "bulletin/article-long.odt",
                        "affiche/affiche-A4.pdf",
                        "affiche/affiche-A3.pdf",
                        "conseil/diaporama.pdf",
                        "signature/signature.png",
                        "qr/code-qr.png",
                        "qr/code-qr.svg",
                        "video/lire-sa-fiche.mp4",
                        "video/lire-sa-fiche.vtt");
        for (String name : kit.keySet()) {
            if (name.endsWith(".png")) {
                assertThat(text("textes-alternatifs.txt")).contains(name);
            }
        }
        for (String size : List.of("1200x630", "1080x1080", "1080x1920")) {
            for (int n = 1; n <= 3; n++) {
                BufferedImage image =
                        ImageIO.read(new ByteArrayInputStream(kit.get("reseaux/post-" + n + "-" + size + ".png")));
                assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(size);
            }
        }
        BufferedImage signature = ImageIO.read(new ByteArrayInputStream(kit.get("signature/signature.png")));
        assertThat(signature.getWidth()).isEqualTo(600);
        assertThat(signature.getHeight()).isEqualTo(120);
        assertThat(text("LISEZ-MOI.txt")).contains("#f0e442", "trop faible", "22 novembre 2027");
        for (String name : kit.keySet()) {
            if (name.matches(".*\\.(txt|html|vtt)")) {
                assertThat(text(name)).as(name).doesNotContain("{", "NaN", "null");
            }
        }
    }

    @Test
    void papersAreAccessibleAndPostersAreOnePage() throws Exception {
        for (String name : List.of("affiche/affiche-A4.pdf", "affiche/affiche-A3.pdf", "conseil/diaporama.pdf")) {
            Accessibility.check(kit.get(name));
            try (PDDocument document = Loader.loadPDF(kit.get(name))) {
                assertThat(document.getNumberOfPages()).isEqualTo(name.contains("affiche") ? 1 : 7);
            }
        }
    }

    @Test
    void theCodeLeadsToTheSite() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kit.get("qr/code-qr.png")));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                        .getText())
                .isEqualTo("https://soleil.exemple.fr");
    }

    @Test
    void theFilmLastsHalfAMinuteToOneAndItsCaptionsFollowIt() throws Exception {
        var film = MP4Demuxer.createMP4Demuxer(
                ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(kit.get("video/lire-sa-fiche.mp4"))));
        assertThat(film.getVideoTrack().getMeta().getCodec()).isEqualTo(Codec.H264);
        double seconds = film.getVideoTrack().getMeta().getTotalDuration();
        assertThat(seconds).isBetween(30.0, 60.0);
        String captions = text("video/lire-sa-fiche.vtt");
        assertThat(captions.replace('\u00A0', ' ').replace('\u202F', ' '))
                .contains("Conventions énergétiques 2026 (valable depuis le");
        assertThat(captions).startsWith("WEBVTT").contains("--> 00:00:%02d.000".formatted(Math.round(seconds)));
    }

    @Test
    void theMagazineGetsAboutTheWordsItAskedFor() {
        ReportInput input = input("Lens", Town.records(300), Brand.NONE);
        try {
            for (Map.Entry<String, Integer> wanted : Map.of("magazine.short.text", 120, "magazine.long.text", 250)
                    .entrySet()) {
                String words = KitTexts.of(input, Map.of()).text(wanted.getKey());
                long count = Pattern.compile("\\p{L}[\\p{L}-]*|\\d[\\d\\u202F,]*")
                        .matcher(words)
                        .results()
                        .count();
                assertThat((double) count)
                        .as(wanted.getKey())
                        .isBetween(0.9 * wanted.getValue(), 1.2 * wanted.getValue());
            }
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void figuresAreThoseOfTheReport() throws Exception {
        ReportInput input = input("Saint-Soleil-en-Artois", Town.records(300), Brand.NONE);
        String production = Energy.perYear(input.summary().yearlyYieldKWh());
        assertThat(text("site/article.txt"))
                .contains(production)
                .contains(Energy.power(input.summary().peakPowerKWp()))
                .contains(Energy.area(input.summary().usableAreaM2()));
        assertThat(text("reseaux/post-3.txt"))
                .startsWith("Texte changé\u00A0: " + production + "\u202F!\n")
                .contains(Town.conventions().name());
        assertThat(EssentialsSection.sentences(input)).anyMatch(s -> s.contains(production));
    }

    @Test
    void aTextMayBeChangedButNotItsFigures() {
        ReportInput input = input("Lens", Town.records(100), Brand.NONE);
        assertThatThrownBy(() -> KitTexts.of(input, Map.of("post.1", "Bravo {produktion}")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("{produktion}")
                .hasMessageContaining("{production}");
        assertThatThrownBy(() -> KitTexts.of(input, Map.of("post.9", "x"))).isInstanceOf(Failure.class);
    }

    @Test
    void withoutFiguresThereIsNoKit() {
        List<BuildingRecord> none = Town.records(30).stream()
                .map(r -> new BuildingRecord(
                        r.building(), List.of(), new NoFigure(NoFigure.Reason.NOT_COMPUTED), r.vintage()))
                .toList();
        assertThatThrownBy(() -> make(input("Lens", none, Brand.NONE), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("calcul");
    }

    @Test
    void hostileNamesStayWordsAndPostersStayOnePage() throws Exception {
        ReportInput input = input(
                "<script>alert(1)</script> {production} 🏫 \u202Eesrever " + "A".repeat(5000),
                Town.records(100),
                Brand.NONE);
        KitTexts texts = KitTexts.of(input, Map.of());
        KitPapers papers = new KitPapers(input, texts);
        assertThat(papers.webPage()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(texts.text("web.text")).contains("(production)");
        byte[] poster = papers.poster(Paper.A4, 1, QrCode.of("x"), "x");
        Accessibility.check(poster);
        try (PDDocument document = Loader.loadPDF(poster)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void bothLanguagesNameTheSameFigures() {
        Pattern figure = Pattern.compile("\\{[a-z_]+}");
        Map<String, String> french = KitTexts.templates();
        Texts.choose("en");
        Map<String, String> english = KitTexts.templates();
        french.forEach((key, template) -> assertThat(figure.matcher(english.get(key))
                        .results()
                        .map(r -> r.group())
                        .collect(Collectors.toSet()))
                .as(key)
                .isEqualTo(
                        figure.matcher(template).results().map(r -> r.group()).collect(Collectors.toSet())));
    }
}
