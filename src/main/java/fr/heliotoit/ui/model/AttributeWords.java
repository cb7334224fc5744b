package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.time.LocalDate;

/** Attributes and their values in words for people. */
public final class AttributeWords {
    private AttributeWords() {}

    /** {@code Surface utile (m²)}. */
    public static String heading(Attribute attribute) {
        String label = label(attribute);
        return attribute.unit().isEmpty() ? label : label + " (" + Formats.unit(attribute.unit()) + ")";
    }

    public static String label(Attribute attribute) {
        return Texts.current().text("cadastre.attribute." + attribute.attributeName());
    }

    /** The value without its unit, as a table cell shows it; empty when there is none. */
    public static String cell(Attribute attribute, BuildingRecord record) {
        Object value = attribute.valueOf(record);
        return value == null ? "" : plain(attribute, value);
    }

    /** The value with its unit; an em dash when there is none. */
    public static String quantity(Attribute attribute, BuildingRecord record) {
        String cell = cell(attribute, record);
        return cell.isEmpty()
                ? "—"
                : attribute.unit().isEmpty() ? cell : cell + "\u00A0" + Formats.unit(attribute.unit());
    }

    /** A value in words, without its unit. */
    public static String plain(Attribute attribute, Object value) {
        return switch (attribute) {
            case USAGE -> Texts.current().text("cadastre.usage." + value);
            case RAISON -> Texts.current().text("cadastre.reason." + value);
            case COVISIBILITE -> Texts.current().text("app.heritage." + value);
            case VENTE -> Texts.current().text("report.sale." + value);
            case EQUIPEMENT ->
                value.equals("non_detecte")
                        ? Words.t("card.installed.none")
                        : Texts.current().text("app.installed." + value);
            case ECHEANCE -> day(value.toString());
            case METHODE -> Texts.current().text("cadastre.method." + value);
            default ->
                switch (value) {
                    case Boolean flag -> Words.t(flag ? "yes" : "no");
                    case Number number -> Formats.number(number.doubleValue(), attribute.decimals());
                    default -> value.toString();
                };
        };
    }

    /** A day as people write it; what somebody types into a filter may be less than a day. */
    private static String day(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? Formats.date(LocalDate.parse(value)) : value;
    }
}
