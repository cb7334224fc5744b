package fr.heliotoit.ui.model;

import fr.heliotoit.app.BuildingDetails;
import fr.heliotoit.app.EvaluateEconomics;
import fr.heliotoit.app.HeritageRegister;
import fr.heliotoit.app.InstalledSystems;
import fr.heliotoit.app.ObligationsRegister;
import fr.heliotoit.app.RankRoofs;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.ScorePoints;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Money, law, heritage, existing systems and ranking of a building, as far as they were evaluated; each with its packs. */
public final class DetailSections {
    private DetailSections() {}

    /** In the order of the card; those without a value are left out. */
    public static List<CardSection> of(BuildingRecord record, BuildingDetails details) {
        List<CardSection> sections = List.of(
                hourly(record, details),
                economics(record, details),
                obligation(record, details),
                heritage(record, details),
                installed(record, details),
                ranking(record, details));
        return sections.stream().filter(s -> !s.lines().isEmpty()).toList();
    }

    private static CardSection hourly(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        if (Attribute.PRODUCTION_MIN.valueOf(record) instanceof Double low
                && Attribute.PRODUCTION_MAX.valueOf(record) instanceof Double high) {
            lines.add(new CardContent.Line(Words.t("card.interval"), interval(low, high)));
        }
        return section(
                "hourly",
                lines,
                List.of(Words.t("card.hourly.note")),
                details,
                List.of(Attribute.PRODUCTION_MIN, Attribute.PRODUCTION_MAX));
    }

    /** {@code 25 300 – 31 400 kWh/an}. */
    public static String interval(double low, double high) {
        return Formats.number(low, 0) + " – " + Formats.quantity(high, 0, Attribute.PRODUCTION_MAX.unit());
    }

    private static CardSection economics(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        details.profile()
                .ifPresent(p -> lines.add(
                        new CardContent.Line(AttributeWords.label(Attribute.PROFIL), english() ? p.en() : p.fr())));
        add(lines, record, Attribute.CONSOMMATION, Attribute.AUTOCONSOMMATION, Attribute.AUTOPRODUCTION);
        if (Attribute.VENTE.valueOf(record) instanceof String sale) {
            lines.add(new CardContent.Line(
                    AttributeWords.label(Attribute.VENTE), Texts.current().text("report.sale." + sale)));
        }
        add(lines, record, Attribute.INVESTISSEMENT, Attribute.RETOUR, Attribute.VAN, Attribute.TRI, Attribute.COUT);
        List<String> notes = new ArrayList<>(List.of(Words.t("card.economics.note")));
        if (!lines.isEmpty() && !details.typed().isEmpty()) {
            notes.add(Words.t(
                    "card.economics.typed",
                    details.typed().entrySet().stream()
                            .map(e -> e.getKey() + " : " + e.getValue())
                            .collect(Collectors.joining(" ; "))));
        }
        details.profile()
                .map(LoadProfiles.Profile::source)
                .filter(s -> !s.isBlank())
                .ifPresent(source -> notes.add(Words.t("card.profile.source", source)));
        return section("economics", lines, notes, details, EvaluateEconomics.ATTRIBUTES);
    }

    private static CardSection obligation(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (Attribute.OBLIGATION.valueOf(record) instanceof String code) {
            if (Attribute.ECHEANCE.valueOf(record) instanceof String day) {
                lines.add(new CardContent.Line(
                        AttributeWords.label(Attribute.ECHEANCE), Formats.date(java.time.LocalDate.parse(day))));
            }
            if (details.duty().isPresent()) {
                Duties.Duty duty = details.duty().get();
                String language = Texts.current().locale().getLanguage();
                notes.add(Words.t(
                        duty.verified() ? "card.obligation.text" : "card.obligation.text.unverified",
                        duty.words().in(language),
                        duty.reference()));
                notes.add(Words.t(
                        "card.obligation.exemptions",
                        duty.exemptions().stream().map(w -> w.in(language)).collect(Collectors.joining(", "))));
            } else {
                notes.add(Words.t("card.obligation.code", code));
            }
        }
        return section("obligation", lines, notes, details, ObligationsRegister.ATTRIBUTES);
    }

    private static CardSection heritage(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (Attribute.PROTECTION.valueOf(record) instanceof String protection) {
            notes.add(protection);
            add(lines, record, Attribute.DISTANCE);
        }
        if (Attribute.COVISIBILITE.valueOf(record) instanceof String seen) {
            notes.add(Words.t("card.covisibility", Texts.current().text("app.heritage." + seen)));
        }
        return section("heritage", lines, notes, details, HeritageRegister.ATTRIBUTES);
    }

    private static CardSection installed(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (Attribute.EQUIPEMENT.valueOf(record) instanceof String origin) {
            boolean none = origin.equals("non_detecte");
            lines.add(new CardContent.Line(
                    AttributeWords.label(Attribute.EQUIPEMENT),
                    none ? Words.t("card.installed.none") : Texts.current().text("app.installed." + origin)));
            if (none) {
                notes.add(Words.t("card.installed.none.note"));
            }
            add(lines, record, Attribute.MESURE, Attribute.PRODUCTION_RECALEE);
        }
        return section("installed", lines, notes, details, InstalledSystems.ATTRIBUTES);
    }

    private static CardSection ranking(BuildingRecord record, BuildingDetails details) {
        List<CardContent.Line> lines = new ArrayList<>();
        add(lines, record, Attribute.RANG, Attribute.NOTE);
        if (Attribute.MOTIFS.valueOf(record) instanceof String reasons) {
            List<ScorePoints> read = ScorePoints.read(reasons);
            if (read.isEmpty()) {
                lines.add(new CardContent.Line(AttributeWords.label(Attribute.MOTIFS), reasons));
            }
            for (ScorePoints points : read) {
                lines.add(new CardContent.Line(
                        Words.t("card.ranking.reason", Texts.current().text("rules.score." + points.criterion())),
                        Words.t(
                                "card.ranking.points",
                                Formats.number(points.points(), 1),
                                Formats.number(points.most(), 0))));
            }
        }
        return section("ranking", lines, List.of(), details, RankRoofs.ATTRIBUTES);
    }

    private static void add(List<CardContent.Line> lines, BuildingRecord record, Attribute... attributes) {
        for (Attribute attribute : attributes) {
            if (attribute.valueOf(record) != null) {
                lines.add(new CardContent.Line(
                        AttributeWords.label(attribute), AttributeWords.quantity(attribute, record)));
            }
        }
    }

    private static CardSection section(
            String id,
            List<CardContent.Line> lines,
            List<String> notes,
            BuildingDetails details,
            Collection<Attribute> attributes) {
        List<String> all = new ArrayList<>(notes);
        List<String> packs = details.citations(List.copyOf(attributes));
        if (!packs.isEmpty()) {
            all.add(Words.t("card.packs", String.join(Words.t("card.packs.and"), packs)));
        }
        return new CardSection(id, Words.t("card." + id), lines, all);
    }

    private static boolean english() {
        return Texts.current().locale().getLanguage().equals("en");
    }
}
