package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A building of the plan.
 *
 * @param name proper name, or empty
 * @param address one line, or empty
 * @param footprint union of the drawn volumes [local m]
 * @param floor altitude of the ground floor [m]
 */
record Structure(
        String id,
        String name,
        String address,
        Usage usage,
        boolean publicOwner,
        List<Volume> volumes,
        Geometry footprint,
        double floor) {

    static Structure of(
            String name, String address, Usage usage, boolean publicOwner, List<Volume> volumes, double floor) {
        Geometry footprint = Site.union(
                volumes.stream().filter(Volume::drawn).map(Volume::outline).toList());
        return new Structure("", name, address, usage, publicOwner, List.copyOf(volumes), footprint, floor);
    }

    Structure withId(String newId) {
        return new Structure(newId, name, address, usage, publicOwner, volumes, footprint, floor);
    }

    Structure withUse(String newName, Usage newUsage, boolean newOwner) {
        return new Structure(id, newName, address, newUsage, newOwner, volumes, footprint, floor);
    }

    Structure withFootprint(Geometry newFootprint) {
        return new Structure(id, name, address, usage, publicOwner, volumes, newFootprint, floor);
    }

    /** Height of the eaves of its largest volume [m], to the decimetre as in BD TOPO. */
    double eaves() {
        Volume main = volumes.getFirst();
        for (Volume volume : volumes) {
            if (volume.drawn() && volume.halfLength() * volume.halfWidth() > main.halfLength() * main.halfWidth()) {
                main = volume;
            }
        }
        return Math.rint(main.eaves() * 10) / 10;
    }
}
