package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.RoofPlane;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a search for roof planes gave: {@code buildings = with planes + without}.
 *
 * @param buildings read
 * @param refused features that are no buildings, each with a finding
 * @param planes found or supplied, makeshift ones counted
 * @param makeshift buildings whose heights do not support planes, by the plane they got instead
 * @param supplied buildings whose planes were supplied
 * @param unusable supplied planes without outline, tilt or azimuth
 * @param widened buildings whose roof was taken beyond the footprint
 * @param overhangM median of what was added there [m]; NaN without any
 * @param planeAreaM2 true area of all planes [m²]
 * @param modules laid
 * @param powerKWp of these [kWc]
 * @param without buildings without planes, by reason
 * @param findings everything odd about the buildings
 */
public record PlanesReport(
        int buildings,
        int refused,
        int planes,
        Map<RoofPlane.Origin, Integer> makeshift,
        int supplied,
        int unusable,
        int widened,
        double overhangM,
        double planeAreaM2,
        int modules,
        double powerKWp,
        Map<Reason, Integer> without,
        List<Finding> findings) {
    static PlanesReport of(List<RoofPlanes.Roof> roofs, int refused, int unusable, List<Finding> findings) {
        Map<RoofPlane.Origin, Integer> makeshift = new EnumMap<>(RoofPlane.Origin.class);
        Map<Reason, Integer> without = new EnumMap<>(Reason.class);
        for (RoofPlanes.Roof roof : roofs) {
            Reason reason = roof.scan().reason();
            if (reason != null) {
                without.merge(reason, 1, Integer::sum);
            } else if (roof.scan().origin().makeshift()) {
                makeshift.merge(roof.scan().origin(), 1, Integer::sum);
            }
        }
        double[] overhangs = roofs.stream()
                .mapToDouble(r -> r.scan().overhangM())
                .filter(o -> o > 0)
                .sorted()
                .toArray();
        List<ModuleArray> modules =
                roofs.stream().flatMap(r -> r.modules().stream()).toList();
        List<RoofPlane> planes =
                roofs.stream().flatMap(r -> r.planes().stream()).toList();
        return new PlanesReport(
                roofs.size(),
                refused,
                planes.size(),
                makeshift,
                (int) roofs.stream().filter(r -> r.scan().supplied()).count(),
                unusable,
                overhangs.length,
                overhangs.length == 0 ? Double.NaN : overhangs[overhangs.length / 2],
                planes.stream().mapToDouble(RoofPlane::areaM2).sum(),
                modules.stream().mapToInt(ModuleArray::count).sum(),
                modules.stream().mapToDouble(ModuleArray::powerKWp).sum(),
                without,
                findings);
    }
}
