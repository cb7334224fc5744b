package fr.heliotoit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A text as an OpenDocument file (ODT, ISO/IEC 26300): heading, paragraphs, a note; the words of the language are marked as such. */
final class OpenDocument {
    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String NAMES =
            " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";

    private OpenDocument() {}

    static byte[] text(String title, List<String> paragraphs, String note, LocalDate date) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            first.setTimeLocal(date.atStartOfDay());
            zip.putNextEntry(first);
            zip.write(type);
            entry(zip, "content.xml", content(title, paragraphs, note), date);
            entry(zip, "styles.xml", styles(), date);
            entry(zip, "meta.xml", meta(title, date), date);
            entry(
                    zip,
                    "META-INF/manifest.xml",
                    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                            + "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\""
                            + TYPE
                            + "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                            + "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
                            + "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>",
                    date);
        }
        return bytes.toByteArray();
    }

    private static String content(String title, List<String> paragraphs, String note) {
        StringBuilder xml = new StringBuilder("<office:document-content" + NAMES
                + "><office:body><office:text><text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">"
                + Words.escape(title) + "</text:h>");
        for (String paragraph : paragraphs) {
            xml.append("<text:p text:style-name=\"Text_20_body\">")
                    .append(Words.escape(paragraph))
                    .append("</text:p>");
        }
        return xml + "<text:p text:style-name=\"Note\">" + Words.escape(note)
                + "</text:p></office:text></office:body></office:document-content>";
    }

    private static String styles() {
        String language =
                Words.french() ? "fo:language=\"fr\" fo:country=\"FR\"" : "fo:language=\"en\" fo:country=\"GB\"";
        return "<office:document-styles" + NAMES + "><office:styles><style:default-style style:family=\"paragraph\">"
                + "<style:text-properties fo:font-size=\"11pt\" " + language + "/></style:default-style>"
                + "<style:style style:name=\"Text_20_body\" style:display-name=\"Text body\" style:family=\"paragraph\">"
                + "<style:paragraph-properties fo:margin-bottom=\"0.25cm\" fo:line-height=\"120%\"/></style:style>"
                + "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\" style:default-outline-level=\"1\">"
                + "<style:paragraph-properties fo:margin-bottom=\"0.4cm\" fo:keep-with-next=\"always\"/>"
                + "<style:text-properties fo:font-size=\"18pt\" fo:font-weight=\"bold\"/></style:style>"
                + "<style:style style:name=\"Note\" style:family=\"paragraph\">"
                + "<style:text-properties fo:font-size=\"9pt\" fo:font-style=\"italic\"/></style:style></office:styles></office:document-styles>";
    }

    private static String meta(String title, LocalDate date) {
        return "<office:document-meta" + NAMES + "><office:meta><meta:generator>Heliotoit</meta:generator><dc:title>"
                + Words.escape(title) + "</dc:title><dc:language>" + (Words.french() ? "fr-FR" : "en-GB")
                + "</dc:language><meta:creation-date>" + date
                + "T00:00:00</meta:creation-date></office:meta></office:document-meta>";
    }

    private static void entry(ZipOutputStream zip, String name, String xml, LocalDate date) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(date.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
