package fr.heliotoit.demo;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The registers that go with the buildings: addresses, parcels, municipal property, car parks, protection perimeter, boundary. */
final class Registers {
    /** What one sees the headframe from: the miners' streets and the yard, not the whole circle of 500 m. */
    private static final Polygon PERIMETER =
            Site.polygon(300, 12, 492, 8, 560, 60, 520, 190, 470, 262, 372, 292, 262, 262, 176, 176, 142, 60, 230, 20);

    private Registers() {}

    static void write(Path folder, Town town) throws Failure, IOException {
        DemoFiles.text(folder.resolve("adresses.csv"), addresses(town));
        DemoFiles.text(folder.resolve("proprietes-communales.csv"), property(town));
        List<String> parcels = new ArrayList<>();
        for (Parcel parcel : town.parcels) {
            parcels.add(feature(
                    parcel.shape(),
                    "\"id\":\"" + parcel.id() + "\",\"commune\":\"" + Site.INSEE
                            + "\",\"prefixe\":\"000\",\"section\":\""
                            + parcel.section() + "\",\"numero\":\"" + parcel.number() + "\",\"contenance\":"
                            + Math.round(parcel.shape().getArea())));
        }
        collection(folder.resolve("parcelles.geojson"), parcels);
        List<String> carParks = new ArrayList<>();
        for (CarPark carPark : town.carParks) {
            carParks.add(feature(
                    carPark.shape(),
                    "\"id\":\"" + carPark.id() + "\",\"nom\":\"" + carPark.name() + "\",\"public\":"
                            + carPark.publicOwner() + ",\"surface\":"
                            + Math.round(carPark.shape().getArea()) + ",\"places\":" + carPark.places()));
        }
        collection(folder.resolve("parkings.geojson"), carParks);
        Structure headframe = town.buildings.stream()
                .filter(b -> b.name().startsWith("Chevalement"))
                .findFirst()
                .orElseThrow();
        collection(
                folder.resolve("monuments.geojson"),
                List.of(
                        feature(
                                headframe.footprint(),
                                "\"id\":\"AC1-DEMO-1\",\"suptype\":\"ac1\",\"role\":\"generateur\",\"nom\":\"Chevalement de la fosse"
                                        + " 4\",\"protection\":\"inscrit (fictif)\""),
                        feature(
                                PERIMETER,
                                "\"id\":\"AC1-DEMO-1-A\",\"suptype\":\"ac1\",\"role\":\"assiette\",\"nom\":\"Périmètre délimité des abords du"
                                        + " chevalement de la fosse 4\",\"type\":\"PDA\"")));
        collection(
                folder.resolve("commune.geojson"),
                List.of(feature(
                        Plan.OUTLINE,
                        "\"code\":\"" + Site.INSEE + "\",\"nom\":\"" + Site.COMMUNE
                                + "\",\"epci\":\"Communauté fictive\",\"synthetique\":true")));
    }

    /** Base adresse locale, version 1.4: one line per address, at the first building that has it. */
    private static String addresses(Town town) throws Failure {
        StringBuilder text =
                new StringBuilder("id_ban_commune;id_ban_toponyme;id_ban_adresse;cle_interop;commune_insee;"
                        + "commune_nom;voie_nom;numero;suffixe;lieudit_complement_nom;position;x;y;long;lat;cad_parcelles;"
                        + "source;date_der_maj;certification_commune\n");
        Set<String> known = new HashSet<>();
        Map<String, Integer> streets = new HashMap<>();
        for (Structure building : town.buildings) {
            String[] words = building.address().split(" ", 2);
            if (words.length < 2 || !words[0].matches("\\d+") || !known.add(building.address())) {
                continue;
            }
            streets.putIfAbsent(words[1], streets.size() + 1);
            Coordinate at =
                    Site.toLambert(building.footprint().getInteriorPoint()).getCoordinate();
            Coordinate lonLat = Crs.LAMBERT_93.transform(at.x, at.y, Crs.WGS84);
            String key = String.format(
                    Locale.ROOT, "%s_%04d_%05d", Site.INSEE, 10 * streets.get(words[1]), Integer.parseInt(words[0]));
            text.append(String.join(
                            ";",
                            "",
                            "",
                            "",
                            key,
                            Site.INSEE,
                            Site.SHORT_NAME,
                            words[1],
                            words[0],
                            "",
                            "",
                            "bâtiment",
                            DemoFiles.number(at.x, 2),
                            DemoFiles.number(at.y, 2),
                            DemoFiles.number(lonLat.x, 7),
                            DemoFiles.number(lonLat.y, 7),
                            town.parcelOf(building.footprint()),
                            "données synthétiques",
                            "2024-06-01",
                            "0"))
                    .append('\n');
        }
        return text.toString();
    }

    private static String property(Town town) {
        StringBuilder text = new StringBuilder("parcelle;batiment;designation\n");
        for (Parcel parcel : town.parcels) {
            if (parcel.publicOwner()) {
                text.append(parcel.id()).append(";;\n");
            }
        }
        for (Structure building : town.buildings) {
            if (building.publicOwner()) {
                text.append(town.parcelOf(building.footprint()))
                        .append(';')
                        .append(building.id())
                        .append(';');
                text.append(building.name()).append('\n');
            }
        }
        return text.toString();
    }

    private static void collection(Path file, List<String> features) throws IOException {
        DemoFiles.text(
                file,
                "{\"type\":\"FeatureCollection\",\"name\":\"" + DemoFiles.LABEL + "\",\"features\":[\n"
                        + String.join(",\n", features) + "\n]}\n");
    }

    private static String feature(Geometry local, String properties) throws Failure {
        Geometry world = Crs.LAMBERT_93.transform(Site.toLambert(local), Crs.WGS84);
        StringBuilder polygons = new StringBuilder();
        for (int i = 0; i < world.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) world.getGeometryN(i);
            polygons.append(i == 0 ? "[" : ",[")
                    .append(ring(polygon.getExteriorRing().getCoordinates()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                polygons.append(',').append(ring(polygon.getInteriorRingN(hole).getCoordinates()));
            }
            polygons.append(']');
        }
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}}";
    }

    private static String ring(Coordinate[] points) {
        StringBuilder text = new StringBuilder("[");
        for (Coordinate point : points) {
            text.append(text.length() == 1 ? "[" : ",[")
                    .append(DemoFiles.number(point.x, 7))
                    .append(',');
            text.append(DemoFiles.number(point.y, 7)).append(']');
        }
        return text.append(']').toString();
    }
}
