package fr.heliotoit.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import fr.heliotoit.render.MapFont;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** HTML and drawings to a tagged PDF (PDF/UA-1, PDF/A-2a); nothing is read from network or files, and the bytes follow from the input alone. */
final class PdfWriter {
    private static final String FAMILY = "Noto Sans";

    /**
     * What is printed.
     *
     * @param html well-formed XHTML with the drawings as {@code object} elements
     */
    record Source(String html, List<Drawing> drawings) {}

    private PdfWriter() {}

    /**
     * @param source what is printed
     * @param date becomes the creation date
     */
    static void write(Source source, LocalDate date, OutputStream out) throws IOException {
        String html = source.html();
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Héliotoit")
                .withHtmlContent(html, null)
                .useUnicodeLineBreaker(new SpaceBreaker())
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFont(() -> withoutLigatures("NotoSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> withoutLigatures("NotoSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                .useUnicodeBidiSplitter(RightToLeft::new)
                .useUnicodeBidiReorderer(new RightToLeft.Reorderer())
                .defaultTextDirection(BaseRendererBuilder.TextDirection.LTR)
                .useObjectDrawerFactory(new Drawings(source.drawings()));
        for (Scripts script : Scripts.values()) {
            if (script.usedIn(html)) {
                builder.useFont(() -> withoutLigatures(script.file()), script.family(), 400, FontStyle.NORMAL, true);
                builder.useFont(() -> withoutLigatures(script.file()), script.family(), 700, FontStyle.NORMAL, true);
            }
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            fixTime(document, date, html);
            document.save(out);
        }
    }

    /**
     * A font whose substitutions are out of sight (their table renamed): else "fi" becomes one sign, which search and copy in many readers do
     * not take for letters.
     */
    private static InputStream withoutLigatures(String name) {
        try (InputStream file = MapFont.file(name)) {
            byte[] font = file.readAllBytes();
            // sfnt: version, number of tables, then 16 bytes per table from byte 12 on, the first four its name
            for (int at = 12; at < 12 + 16 * ((font[4] & 255) << 8 | font[5] & 255); at += 16) {
                if (font[at] == 'G' && font[at + 1] == 'S' && font[at + 2] == 'U' && font[at + 3] == 'B') {
                    font[at + 3] = 'X';
                }
            }
            return new ByteArrayInputStream(font);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The library stamps the clock; the report's date takes its place, and the identifier follows from the content. */
    private static void fixTime(PDDocument document, LocalDate date, String html) throws IOException {
        Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        created.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(created);
        String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        String dated =
                xmp.replaceAll("(<xmp:CreateDate[^>]*>)[^<]*(</xmp:CreateDate>)", "$1" + date + "T00:00:00+00:00$2");
        PDMetadata metadata =
                new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(metadata);
        document.setDocumentId((long) html.hashCode());
    }

    /** Finds the drawing an {@code object} element means. */
    private record Drawings(List<Drawing> drawings) implements FSObjectDrawerFactory {
        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            if (!isReplacedObject(element)) {
                return null;
            }
            Drawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data")));
            return (e, x, y, width, height, device, context, dotsPerPixel) -> {
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) width / dotsPerPixel,
                        (float) height / dotsPerPixel,
                        drawing.painter()::accept);
                return null;
            };
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return Drawing.TYPE.equals(element.getAttribute("type"));
        }
    }
}
