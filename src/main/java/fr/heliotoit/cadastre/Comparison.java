package fr.heliotoit.cadastre;

import fr.heliotoit.cadastre.ChangeSet.Changed;
import fr.heliotoit.cadastre.ChangeSet.Merge;
import fr.heliotoit.cadastre.ChangeSet.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Compares two states of a commune's buildings: by identifier, and where an identifier is new or gone, by place. A building lies on another
 * when at least half of its footprint does.
 */
public final class Comparison {
    /** Share of a footprint that must lie on another one to be part of it. */
    private static final double PART = 0.5;

    /** Corners that are nearer than this are the same [m]: the last digits of a change of coordinates. */
    private static final double SAME_M = 0.001;

    private final Map<String, Building> before = new LinkedHashMap<>();
    private final Map<String, Building> after = new LinkedHashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    /** For a new building the earlier one it lies on; for a gone building the later one. */
    private final Map<String, String> parents = new LinkedHashMap<>();

    private final Map<String, String> children = new LinkedHashMap<>();

    private Comparison(List<Building> before, List<Building> after) {
        before.forEach(b -> this.before.put(b.id(), b));
        after.forEach(b -> this.after.put(b.id(), b));
    }

    /** Both in one CRS of metres; ids are unique in each. */
    public static ChangeSet of(List<Building> before, List<Building> after) {
        return new Comparison(before, after).compare();
    }

    private ChangeSet compare() {
        place();
        List<String> added = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Building now : after.values()) {
            String former = renamed.get(now.id());
            Building then = former == null ? before.get(now.id()) : before.get(former);
            if (then == null) {
                added.add(now.id());
                continue;
            }
            List<String> what = differences(then, now);
            if (former != null) {
                what.addFirst("id");
            }
            if (what.isEmpty()) {
                unchanged.add(now.id());
            } else {
                changed.add(new Changed(now.id(), former, what));
            }
        }
        Set<String> elsewhere = new HashSet<>(renamed.values());
        List<String> removed = before.keySet().stream()
                .filter(id -> !after.containsKey(id) && !elsewhere.contains(id))
                .toList();
        return new ChangeSet(added, removed, changed, unchanged, splits(), merges());
    }

    /** Looks for the places of the buildings whose identifier is in one state only. */
    private void place() {
        List<Building> fresh =
                after.values().stream().filter(b -> !before.containsKey(b.id())).toList();
        List<Building> gone =
                before.values().stream().filter(b -> !after.containsKey(b.id())).toList();
        if (!fresh.isEmpty() && !before.isEmpty()) {
            locate(fresh, index(before.values()), parents);
        }
        if (!gone.isEmpty() && !after.isEmpty()) {
            locate(gone, index(after.values()), children);
        }
        parents.forEach((now, then) -> {
            if (now.equals(children.get(then))) {
                renamed.put(now, then);
            }
        });
    }

    private static STRtree index(Iterable<Building> buildings) {
        STRtree tree = new STRtree();
        buildings.forEach(b -> tree.insert(b.footprint().getEnvelopeInternal(), b));
        tree.build();
        return tree;
    }

    private static void locate(List<Building> those, STRtree index, Map<String, String> on) {
        for (Building building : those) {
            double most = PART * building.footprintM2();
            String best = null;
            for (Object other : index.query(building.footprint().getEnvelopeInternal())) {
                Building candidate = (Building) other;
                double shared = shared(building.footprint(), candidate.footprint());
                if (shared >= most && shared > 0) {
                    most = shared;
                    best = candidate.id();
                }
            }
            if (best != null) {
                on.put(building.id(), best);
            }
        }
    }

    private static double shared(Geometry a, Geometry b) {
        if (!PreparedGeometryFactory.prepare(a).intersects(b)) {
            return 0;
        }
        try {
            return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
        } catch (TopologyException e) {
            // Footprints were checked when they were imported; one that another program has edited counts as elsewhere.
            return 0;
        }
    }

    private List<Split> splits() {
        Map<String, List<String>> parts = new TreeMap<>();
        parents.forEach((now, then) ->
                parts.computeIfAbsent(then, k -> new ArrayList<>()).add(now));
        List<Split> splits = new ArrayList<>();
        parts.forEach((then, into) -> {
            if (after.containsKey(then)) {
                into.addFirst(then);
            }
            if (into.size() > 1) {
                splits.add(new Split(then, into.stream().sorted().toList()));
            }
        });
        return splits;
    }

    private List<Merge> merges() {
        Map<String, List<String>> parts = new TreeMap<>();
        children.forEach((then, now) ->
                parts.computeIfAbsent(now, k -> new ArrayList<>()).add(then));
        List<Merge> merges = new ArrayList<>();
        parts.forEach((now, from) -> {
            if (before.containsKey(now)) {
                from.addFirst(now);
            }
            if (from.size() > 1) {
                merges.add(new Merge(from.stream().sorted().toList(), now));
            }
        });
        return merges;
    }

    private static List<String> differences(Building a, Building b) {
        List<String> what = new ArrayList<>();
        if (!sameShape(a.footprint(), b.footprint())) {
            what.add(Attribute.EMPRISE.attributeName());
        }
        add(what, Attribute.NOM, a.name(), b.name());
        add(what, Attribute.ADRESSE, a.address(), b.address());
        add(what, Attribute.PARCELLE, a.parcel(), b.parcel());
        add(what, Attribute.USAGE, a.usage(), b.usage());
        add(what, Attribute.PUBLIC, a.publicOwner(), b.publicOwner());
        add(what, Attribute.HAUTEUR, a.heightM(), b.heightM());
        return what;
    }

    private static void add(List<String> what, Attribute attribute, @Nullable Object a, @Nullable Object b) {
        if (!Objects.equals(a, b)) {
            what.add(attribute.attributeName());
        }
    }

    private static boolean sameShape(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().equals(b.getEnvelopeInternal()) && a.equalsExact(b)
                || Math.abs(a.getArea() - b.getArea()) < 1 && a.norm().equalsExact(b.norm(), SAME_M);
    }
}
