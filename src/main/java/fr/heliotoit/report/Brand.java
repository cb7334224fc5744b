package fr.heliotoit.report;

import fr.heliotoit.render.Ink;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The identity of the commune on paper: logo, two colours, and where its inhabitants find out more. The State's own marks (Marianne,
 * DSFR) are not for communes.
 *
 * @param logo null when none was given: its place stays empty
 * @param primary bands and headings, as chosen
 * @param accent small emphasis, as chosen
 * @param site address of the page where the cadastre is read, when there is one
 */
public record Brand(
        @Nullable BufferedImage logo,
        Color primary,
        Color accent,
        @Nullable String site) {
    /** Least contrast of words with their ground (WCAG 2.2, level AA). */
    static final double LEAST_CONTRAST = 4.5;

    private static final Color NAVY = new Color(0x00, 0x22, 0x4E);
    private static final Color OLIVE = new Color(0x6B, 0x5D, 0x00);

    /** No logo, the product's own colours. */
    public static final Brand NONE = new Brand(null, NAVY, OLIVE, null);

    /**
     * @param logo PNG, JPEG or SVG; null for none
     * @param colours two colours such as {@code #003366,#8a5a00}, or one; null for the product's own
     * @param site null for none
     * @throws Failure when the logo cannot be read or a colour is none
     */
    public static Brand of(@Nullable Path logo, @Nullable String colours, @Nullable String site) throws Failure {
        Color primary = NAVY;
        Color accent = OLIVE;
        if (colours != null) {
            String[] parts = colours.split("[,; ]+");
            if (parts.length == 0 || parts.length > 2) {
                throw Failure.of("report.brand.colour", colours);
            }
            primary = colour(parts[0]);
            accent = parts.length == 2 ? colour(parts[1]) : primary;
        }
        if (site != null && !site.matches("https?://[^\\s<>\"]{3,300}")) {
            throw Failure.of("report.brand.site", site);
        }
        return new Brand(logo == null ? null : Logo.read(logo), primary, accent, site);
    }

    /** The first colour for words on white: darkened when it would be hard to read. */
    Color primaryInk() {
        return Ink.readable(primary, Color.WHITE, LEAST_CONTRAST);
    }

    /** The colour of bars and petals, which have a dark outline. */
    Color chart() {
        return Ink.mix(primary, Color.WHITE, 0.45);
    }

    /** The second colour for words on white: darkened when it would be hard to read. */
    Color accentInk() {
        return Ink.readable(accent, Color.WHITE, LEAST_CONTRAST);
    }

    /** The first colour as a ground, with a colour for words on it that has the contrast asked for. */
    Color onPrimary() {
        Color ink = Ink.on(primary);
        return Ink.contrast(ink, primary) >= LEAST_CONTRAST ? ink : Ink.readable(ink, primary, LEAST_CONTRAST);
    }

    /** What was found about the contrast of the colours, a sentence each. */
    public List<Message> contrastFindings() {
        List<Message> findings = new ArrayList<>();
        for (Color colour : List.of(primary, accent)) {
            double contrast = Ink.contrast(colour, Color.WHITE);
            Message finding = contrast >= LEAST_CONTRAST
                    ? Message.of("report.brand.contrast", hex(colour), ratio(contrast))
                    : Message.of(
                            "report.brand.contrastLow",
                            hex(colour),
                            ratio(contrast),
                            hex(Ink.readable(colour, Color.WHITE, LEAST_CONTRAST)));
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** Never rounded up to the limit. */
    private static String ratio(double contrast) {
        return Formats.number(Math.floor(contrast * 10) / 10, 1);
    }

    static String hex(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }

    private static Color colour(String text) throws Failure {
        String hex = text.strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("#?[0-9a-f]{6}")) {
            throw Failure.of("report.brand.colour", text);
        }
        return new Color(Integer.parseInt(hex.replace("#", ""), 16));
    }
}
