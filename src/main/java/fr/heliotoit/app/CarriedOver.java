package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.ChangeSet.Changed;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The buildings of an update with what the earlier ones know and the new file cannot: an attribute that the file has no column for keeps
 * its value, and a finding says so. Buildings are matched as {@link Comparison} does, by identifier or by place.
 *
 * @param buildings the new ones, completed
 * @param changes from the earlier ones to these
 * @param findings what was kept, for how many
 */
record CarriedOver(List<Building> buildings, ChangeSet changes, List<Finding> findings) {
    /** The attributes that a file may be silent about, in the order in which they are told. */
    private static final List<Attribute> KEPT = List.of(
            Attribute.NOM, Attribute.ADRESSE, Attribute.PARCELLE, Attribute.USAGE, Attribute.PUBLIC, Attribute.HAUTEUR);

    /**
     * @param silent by building id the attributes, by their query names, that its file has no column for
     * @param listed whether a list of municipal property names the building
     */
    static CarriedOver of(
            List<Building> before,
            List<Building> after,
            Function<String, Set<String>> silent,
            Predicate<String> listed) {
        ChangeSet changes = Comparison.of(before, after);
        Map<String, Building> earlier = new HashMap<>();
        before.forEach(b -> earlier.put(b.id(), b));
        Map<String, Building> completed = new HashMap<>();
        after.forEach(b -> completed.put(b.id(), b));
        Map<Attribute, Integer> counts = new TreeMap<>();
        List<Changed> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>(changes.unchanged());
        for (Changed change : changes.changed()) {
            Building now = completed.get(change.id());
            Building then = earlier.get(change.formerId() == null ? change.id() : change.formerId());
            Set<String> unsaid = silent.apply(change.id());
            List<String> what = new ArrayList<>(change.what());
            if (now != null && then != null && !unsaid.isEmpty()) {
                for (Attribute attribute : KEPT) {
                    String name = attribute.attributeName();
                    if (!what.contains(name) || !unsaid.contains(name)) {
                        continue;
                    }
                    Building kept = keep(attribute, then, now, listed);
                    if (kept != null) {
                        now = kept;
                        what.remove(name);
                        counts.merge(attribute, 1, Integer::sum);
                    }
                }
                completed.put(change.id(), now);
            }
            if (what.isEmpty()) {
                unchanged.add(change.id());
            } else {
                changed.add(new Changed(change.id(), change.formerId(), what));
            }
        }
        return new CarriedOver(
                after.stream().map(b -> completed.getOrDefault(b.id(), b)).toList(),
                new ChangeSet(
                        changes.added(), changes.removed(), changed, unchanged, changes.splits(), changes.merges()),
                told(counts));
    }

    /** The building with the earlier value; null when there is none to keep. */
    private static @Nullable Building keep(Attribute attribute, Building then, Building now, Predicate<String> listed) {
        boolean something = switch (attribute) {
            case NOM -> then.name() != null;
            case ADRESSE -> then.address() != null;
            case PARCELLE -> then.parcel() != null;
            case USAGE -> then.usage() != Usage.UNKNOWN;
            case HAUTEUR -> then.heightM() != null;
            // What a list says is newer than what was there.
            case PUBLIC -> then.publicOwner() && !listed.test(now.id());
            default -> false;
        };
        if (!something) {
            return null;
        }
        return new Building(
                now.id(),
                now.footprint(),
                attribute == Attribute.NOM ? then.name() : now.name(),
                attribute == Attribute.ADRESSE ? then.address() : now.address(),
                attribute == Attribute.PARCELLE ? then.parcel() : now.parcel(),
                attribute == Attribute.USAGE ? then.usage() : now.usage(),
                attribute == Attribute.PUBLIC ? then.publicOwner() : now.publicOwner(),
                attribute == Attribute.HAUTEUR ? then.heightM() : now.heightM());
    }

    private static List<Finding> told(Map<Attribute, Integer> counts) {
        if (counts.isEmpty()) {
            return List.of();
        }
        String what = counts.entrySet().stream()
                .map(e -> e.getKey().attributeName() + " (" + Formats.number(e.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return List.of(Finding.warning("VALUES_KEPT", null, Message.of("app.import.valuesKept", what)));
    }
}
