package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Elision;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of the communication kit: templates that a person may edit, and figures in braces that only the data fill in. Templates are in
 * the bundle {@code kit}.
 */
public final class KitTexts {
    /** Every template that may be edited, in the order of an editor. */
    public static final List<String> EDITABLE = List.of(
            "web.title",
            "web.text",
            "magazine.short.title",
            "magazine.short.text",
            "magazine.long.title",
            "magazine.long.text",
            "post.1",
            "post.2",
            "post.3",
            "visual.1.title",
            "visual.1.text",
            "visual.1.alt",
            "visual.2.title",
            "visual.2.text",
            "visual.2.alt",
            "visual.3.title",
            "visual.3.text",
            "visual.3.alt",
            "signature.title",
            "signature.text",
            "signature.alt",
            "poster.title",
            "poster.text",
            "poster.action",
            "poster.note",
            "slides.title",
            "slides.subtitle",
            "slides.figures.text",
            "slides.next.text",
            "video.1",
            "video.2",
            "video.3",
            "video.4",
            "video.5",
            "video.6",
            "video.7",
            "video.8",
            "video.9");

    private final Map<String, String> edited;
    private final Map<String, String> figures;

    private KitTexts(Map<String, String> edited, Map<String, String> figures) {
        this.edited = edited;
        this.figures = figures;
    }

    /** The templates as shipped, in the current language. */
    public static Map<String, String> templates() {
        Map<String, String> templates = new LinkedHashMap<>();
        EDITABLE.forEach(key -> templates.put(key, Texts.current().text("kit." + key)));
        return templates;
    }

    /**
     * @param edited templates that take the place of the shipped ones, by key
     * @throws Failure when a key is none, or a template names a figure that is none
     */
    static KitTexts of(ReportInput input, Map<String, String> edited) throws Failure {
        Map<String, String> figures = figures(input);
        for (Map.Entry<String, String> entry : edited.entrySet()) {
            if (!EDITABLE.contains(entry.getKey())) {
                throw Failure.of("kit.unknownKey", entry.getKey());
            }
            String rest = fill(entry.getValue(), figures);
            int open = rest.indexOf('{');
            int close = rest.indexOf('}', open + 1);
            if (open >= 0 && close > open) {
                throw Failure.of(
                        "kit.unknown",
                        entry.getKey(),
                        rest.substring(open, close + 1),
                        figures.keySet().stream().map(k -> "{" + k + "}").collect(Collectors.joining(", ")));
            }
        }
        return new KitTexts(Map.copyOf(edited), figures);
    }

    /** A text with its figures, plain words. */
    String text(String key) {
        return text(key, Map.of());
    }

    /** @param more figures that only this text needs */
    String text(String key, Map<String, String> more) {
        String template = Words.fine(edited.getOrDefault(key, Texts.current().text("kit." + key)));
        return fill(fill(template, figures), more);
    }

    /** Where to find out more. */
    String where() {
        return java.util.Objects.requireNonNull(figures.get("ou_se_renseigner"));
    }

    /** A text of several parts, separated by a bar. */
    List<String> parts(String key) {
        return List.of(text(key).split("\\|")).stream().map(String::strip).toList();
    }

    private static String fill(String template, Map<String, String> figures) {
        String text = template;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            String braces = "{" + figure.getKey() + "}";
            text = figure.getKey().equals("commune")
                    ? Elision.join(text, braces, figure.getValue())
                    : text.replace(braces, figure.getValue());
        }
        return text;
    }

    /** What the data put in the place of the names in braces. */
    public static Map<String, String> figures(ReportInput input) {
        CommuneSummary summary = input.summary();
        Conventions.Value household = input.conventions().householdConsumption();
        Map<String, String> figures = new LinkedHashMap<>();
        // what comes from files can hold no brace, so that it is never taken for a figure
        figures.put(
                "commune",
                Words.cut(input.info().commune().name(), 80).replace('{', '(').replace('}', ')'));
        figures.put("production", Energy.perYear(summary.yearlyYieldKWh()));
        figures.put("puissance", Energy.power(summary.peakPowerKWp()));
        figures.put("surface", Energy.area(summary.usableAreaM2()));
        figures.put("batiments", Formats.number(summary.buildings()));
        figures.put("batiments_chiffres", Formats.number(summary.withFigure()));
        figures.put("foyers", Formats.number(Math.round(summary.yearlyYieldKWh() / household.value())));
        figures.put("conso_foyer", Formats.quantity(household.value(), 0, household.unit()));
        figures.put("millesime", input.vintage());
        figures.put(
                "paquets",
                Words.fine(String.join(" ; ", input.packs())).replace('{', '(').replace('}', ')'));
        figures.put(
                "conventions",
                Words.cut(input.conventions().citation(), 120).replace('{', '(').replace('}', ')'));
        figures.put("date", Formats.date(input.date()));
        figures.put("expiration", Formats.date(input.date().plusYears(1)));
        figures.put("classes", String.valueOf(input.conventions().classes()));
        String site = input.options().brand().site();
        figures.put("site", site == null ? "" : site);
        figures.put(
                "ou_se_renseigner",
                site == null
                        ? Words.text("kit.where.townhall")
                        : Words.text("kit.where.site").replace("{site}", site));
        figures.put(
                "fichiers",
                input.sources().stream()
                        .map(Snapshot.Source::name)
                        .map(n -> Words.cut(n, 80))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return figures;
    }
}
