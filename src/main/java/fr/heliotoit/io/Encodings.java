package fr.heliotoit.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which encoding the texts of a dBASE table are in: what {@code .cpg} or the table's language byte say, checked against the bytes. */
final class Encodings {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * dBASE language drivers to code pages (dBASE and Visual FoxPro tables). 0x57 ("current ANSI code page") says nothing of use: it
     * is what many writers put whatever the encoding.
     */
    private static final Map<Integer, String> LANGUAGE_DRIVERS = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x08, "IBM865"),
            Map.entry(0x13, "windows-31j"),
            Map.entry(0x4D, "GBK"),
            Map.entry(0x4E, "x-windows-949"),
            Map.entry(0x4F, "Big5"),
            Map.entry(0x64, "IBM852"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0x66, "IBM865"),
            Map.entry(0x78, "Big5"),
            Map.entry(0x79, "x-windows-949"),
            Map.entry(0x7A, "GBK"),
            Map.entry(0x7B, "windows-31j"),
            Map.entry(0xC8, "windows-1250"),
            Map.entry(0xC9, "windows-1251"),
            Map.entry(0xCA, "windows-1254"),
            Map.entry(0xCB, "windows-1253"));

    private static final Pattern CODE_PAGE = Pattern.compile("(?:ANSI|CP|OEM|WINDOWS-?)?\\s*(\\d{3,5})");

    private Encodings() {}

    /** What a {@code .cpg} file says: {@code UTF-8}, {@code 65001}, {@code 1252}, {@code ANSI 1252}, {@code 88591}, {@code LDID/87} … */
    static Optional<Charset> ofCodePage(String text) {
        String name = text.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT);
        if (name.startsWith("LDID/")) {
            try {
                return ofLanguageDriver(Integer.parseInt(name.substring(5).strip()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        Matcher number = CODE_PAGE.matcher(name);
        if (number.matches()) {
            String page = number.group(1);
            return switch (page) {
                case "65001" -> Optional.of(StandardCharsets.UTF_8);
                case "88591" -> named("ISO-8859-1");
                case "885915" -> named("ISO-8859-15");
                default -> named("windows-" + page).or(() -> named("IBM" + page));
            };
        }
        return named(name.startsWith("8859") ? "ISO-" + name : name);
    }

    static Optional<Charset> ofLanguageDriver(int driver) {
        return Optional.ofNullable(LANGUAGE_DRIVERS.get(driver)).flatMap(Encodings::named);
    }

    /** Whether a declared encoding could be a mistake for UTF-8 or the reverse: the western single-byte pages. */
    static boolean western(Charset charset) {
        return charset.equals(WINDOWS_1252)
                || charset.equals(StandardCharsets.ISO_8859_1)
                || charset.name().equals("ISO-8859-15")
                || charset.equals(StandardCharsets.US_ASCII);
    }

    /**
     * Whether bytes are UTF-8.
     *
     * @param full whether they fill their field to the last byte, so that its width may have cut the last character; in a shorter value
     *     a lone last byte is the é of another encoding
     */
    static boolean utf8(byte[] bytes, int offset, int length, boolean full) {
        int end = full ? withoutCutCharacter(bytes, offset, length) : offset + length;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, end - offset));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static String decode(byte[] bytes, int offset, int length, boolean full, Charset charset) {
        int end = full && charset.equals(StandardCharsets.UTF_8)
                ? withoutCutCharacter(bytes, offset, length)
                : offset + length;
        return new String(bytes, offset, end - offset, charset);
    }

    /** End of the text without an incomplete UTF-8 sequence at its tail. */
    private static int withoutCutCharacter(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int back = 1; back <= 3 && end - back >= offset; back++) {
            int b = bytes[end - back] & 0xFF;
            if (b < 0x80) {
                return end;
            }
            if (b >= 0xC0) {
                int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? end - back : end;
            }
        }
        return end;
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
