package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.io.ZoneWriter;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Proposed acceleration zones (ZAER, loi APER art. 15) from chosen roofs and the car parks with an obligation, as GeoJSON. */
public final class ZaerProposal {
    private ZaerProposal() {}

    /**
     * What was written.
     *
     * @param roofs in them
     * @param carParks in them
     * @param roofKWp power of the roofs
     */
    public record Report(int zones, int roofs, int carParks, double roofKWp, double areaM2) {}

    /** How far a zone reaches beyond its roofs when nobody says otherwise [m]. */
    public static final double MARGIN_M = 10;

    /**
     * @param expression which buildings (ECQL); those without modules are left out
     * @param marginM how far a zone reaches beyond its roofs; roofs whose margins touch share a zone, since broad zones are advised [m]
     */
    public static Report run(ProjectFile project, Packs packs, String expression, double marginM, Path out)
            throws Failure {
        Outputs.check(out, project.path());
        List<BuildingRecord> roofs = FindBuildings.run(project.records(), expression).stream()
                .filter(r -> r.outcome() instanceof SolarPotential p && p.peakPowerKWp() > 0)
                .toList();
        packs.of(PackKind.CONVENTIONS);
        Duties duties = Duties.of(packs.of(PackKind.LAW));
        List<LayerFeature> parks = project.layer(Layer.CAR_PARKS).stream()
                .filter(p -> p.geometry() != null
                        && !duties.of(true, CarParks.areaM2(p), CarParks.publicOwner(p), "")
                                .isEmpty())
                .toList();
        if (roofs.isEmpty() && parks.isEmpty()) {
            throw Failure.of("app.zaer.nothing", expression);
        }
        List<ZoneWriter.Zone> zones = new ArrayList<>();
        double area = 0;
        for (Geometry zone :
                grown(roofs.stream().map(r -> r.building().footprint()).toList(), marginM)) {
            List<BuildingRecord> inside = roofs.stream()
                    .filter(r -> zone.intersects(r.building().footprint()))
                    .toList();
            zones.add(new ZoneWriter.Zone(zone, roofProperties(project, zones.size() + 1, inside)));
            area += zone.getArea();
        }
        int first = zones.size();
        for (LayerFeature park : parks) {
            Geometry place = Objects.requireNonNull(park.geometry());
            zones.add(new ZoneWriter.Zone(place, parkProperties(project, zones.size() + 1, park)));
            area += place.getArea();
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", text("app.zaer.title", project.info().commune().name()));
        about.put("paquets", packs.citations());
        Outputs.write(out, stream -> ZoneWriter.write(zones, project.info().crs(), about, stream));
        return new Report(
                zones.size(),
                roofs.size(),
                zones.size() - first,
                roofs.stream()
                        .mapToDouble(r -> ((SolarPotential) r.outcome()).peakPowerKWp())
                        .sum(),
                area);
    }

    private static List<Geometry> grown(List<Geometry> footprints, double marginM) {
        List<Geometry> zones = new ArrayList<>();
        if (!footprints.isEmpty()) {
            Geometry union = UnaryUnionOp.union(footprints.stream()
                    .map(g -> marginM > 0 ? g.buffer(marginM, 2) : g)
                    .toList());
            for (int i = 0; i < union.getNumGeometries(); i++) {
                zones.add(union.getGeometryN(i));
            }
        }
        return zones;
    }

    private static Map<String, Object> roofProperties(ProjectFile project, int number, List<BuildingRecord> roofs) {
        Map<String, Object> properties = properties(project, number, "photovoltaïque en toiture");
        double kWp = 0;
        double kWh = 0;
        for (BuildingRecord roof : roofs) {
            SolarPotential potential = (SolarPotential) roof.outcome();
            kWp += potential.peakPowerKWp();
            kWh += potential.yearlyYieldKWh();
        }
        properties.put("puissance_kwc", Math.round(kWp * 10) / 10.0);
        properties.put("production_mwh_an", Math.round(kWh / 100) / 10.0);
        properties.put("batiments", roofs.stream().map(r -> r.building().id()).toList());
        return properties;
    }

    private static Map<String, Object> parkProperties(ProjectFile project, int number, LayerFeature park) {
        Map<String, Object> properties = properties(project, number, "ombrières photovoltaïques");
        properties.put("parking", park.id());
        properties.put("surface_m2", Math.round(CarParks.areaM2(park)));
        return properties;
    }

    /** The terms of the State's portal for the file of a council: energy, kind of installation. */
    private static Map<String, Object> properties(ProjectFile project, int number, String kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("nom", text("app.zaer.zone", number));
        properties.put("code_insee", project.info().commune().inseeCode());
        properties.put("commune", project.info().commune().name());
        properties.put("filiere", "solaire photovoltaïque");
        properties.put("sous_categorie", kind);
        properties.put("statut", "proposition, à soumettre à la concertation et au conseil municipal");
        return properties;
    }

    private static String text(String key, Object... arguments) {
        return Texts.current().text(key, arguments);
    }
}
