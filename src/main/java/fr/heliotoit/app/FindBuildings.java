package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.io.Ecql;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.store.Selection;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks a question of the buildings, in ECQL. */
public final class FindBuildings {
    private FindBuildings() {}

    /**
     * @param ecql for example {@code usage = 'public' AND surface > 100}
     * @return those that the expression is true for, in their order; a comparison with a value that a building has not is false
     * @throws Failure when the expression is wrong, with the place and what was perhaps meant
     */
    public static List<BuildingRecord> run(List<BuildingRecord> records, String ecql) throws Failure {
        Ecql.Query query = Ecql.parse(ecql);
        // GeoTools does not say that its filters may be used by several threads.
        return (query.exact() ? records.parallelStream() : records.stream())
                .filter(query.matches())
                .toList();
    }

    /**
     * What a project answered.
     *
     * @param listed in the order wanted, no more than wanted
     * @param found how many there are
     */
    public record Answer(List<BuildingRecord> listed, int found) {
        public Answer {
            listed = List.copyOf(listed);
        }
    }

    /**
     * Asks a question of a project file: by its indexes as far as they go, the rest building by building.
     *
     * @param order as for {@link #sorted}; null for the order of the ids
     * @param limit most buildings to list
     */
    public static Answer run(ProjectFile project, String ecql, @Nullable String order, int limit) throws Failure {
        Ecql.Query query = Ecql.parse(ecql);
        boolean down = order != null && order.startsWith("-");
        Attribute attribute = order == null ? null : Ecql.attribute(down ? order.substring(1) : order);
        // Without an exact question the file can neither order nor limit.
        Selection selection = query.exact()
                ? project.find(query.question(), attribute, down, limit)
                : project.find(query.question(), null, false, Integer.MAX_VALUE);
        if (query.exact() && selection.exact()) {
            return new Answer(selection.records(), selection.count());
        }
        List<BuildingRecord> found =
                selection.records().stream().filter(query.matches()).toList();
        List<BuildingRecord> ordered = order == null ? found : sorted(found, order);
        return new Answer(ordered.stream().limit(limit).toList(), found.size());
    }

    /**
     * In the order of an attribute; those without a value come last.
     *
     * @param order an attribute's name, with a minus sign before it for the greatest first
     */
    public static List<BuildingRecord> sorted(List<BuildingRecord> records, String order) throws Failure {
        boolean down = order.startsWith("-");
        Attribute attribute = Ecql.attribute(down ? order.substring(1) : order);
        Collator words = Collator.getInstance(Locale.FRANCE);
        Comparator<Object> values = (a, b) -> switch (a) {
            case Double d -> d.compareTo((Double) b);
            case Integer i -> i.compareTo((Integer) b);
            case Boolean f -> f.compareTo((Boolean) b);
            default -> words.compare(a.toString(), b.toString());
        };
        Comparator<Object> directed = down ? values.reversed() : values;
        return records.stream()
                .sorted(Comparator.comparing(attribute::valueOf, Comparator.nullsLast(directed)))
                .toList();
    }

    /** Why a question found nothing: no building at all, an attribute that no building has, or just no match. */
    public static Message whyNothing(List<BuildingRecord> records, String ecql) throws Failure {
        if (records.isEmpty()) {
            return Message.of("app.find.no.buildings");
        }
        String count = Formats.number(records.size());
        for (Attribute attribute : Ecql.parse(ecql).attributes()) {
            long without = records.stream()
                    .filter(record -> attribute.valueOf(record) == null)
                    .count();
            if (without == records.size()) {
                return Message.of(
                        attribute.ordinal() >= Attribute.TOITURE.ordinal() && attribute != Attribute.RAISON
                                ? "app.find.not.computed"
                                : "app.find.no.value",
                        count,
                        attribute.attributeName());
            }
        }
        return Message.of("app.find.none", count);
    }
}
