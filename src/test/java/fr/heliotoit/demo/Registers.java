package fr.heliotoit.demo;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The registers that go with the buildings: addresses, parcels, municipal property, car parks, protection perimeter, boundary. */
final class Registers {
    private static final double PROTECTION_RADIUS = 500;

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
        Geometry around = headframe.footprint().getCentroid().buffer(PROTECTION_RADIUS, 16);
        collection(
                folder.resolve("monuments.geojson"),
                List.of(
                        feature(
                                headframe.footprint(),
                                "\"id\":\"AC1-DEMO-1\",\"suptype\":\"ac1\",\"role\":\"generateur\",\"nom\":\"Chevalement de la fosse"
                                        + " 4\",\"protection\":\"inscrit (fictif)\""),
                        feature(
                                around,
                                "\"id\":\"AC1-DEMO-1-A\",\"suptype\":\"ac1\",\"role\":\"assiette\",\"nom\":\"Abords du chevalement"
                                        + " de la fosse 4\",\"rayon\":500")));
        collection(
                folder.resolve("commune.geojson"),
                List.of(feature(Plan.OUTLINE, "\"code\":\"" + Site.INSEE + "\",\"nom\":\"" + Site.COMMUNE + "\"")));
    }

    /** Base adresse locale, version 1.4. */
    private static String addresses(Town town) throws Failure {
        StringBuilder text =
                new StringBuilder("uid_adresse;cle_interop;commune_insee;commune_nom;commune_deleguee_insee;"
                        + "commune_deleguee_nom;lieudit_complement_nom;numero;suffixe;voie_nom;position;x;y;long;lat;cad_parcelles;source;"
                        + "date_der_maj;certification_commune\n");
        for (Structure building : town.buildings) {
            String[] words = building.address().split(" ", 2);
            if (words.length < 2 || !words[0].matches("\\d+")) {
                continue;
            }
            Coordinate at =
                    Site.toLambert(building.footprint().getInteriorPoint()).getCoordinate();
            Coordinate lonLat = Crs.LAMBERT_93.transform(at.x, at.y, Crs.WGS84);
            text.append(";;")
                    .append(Site.INSEE)
                    .append(';')
                    .append(Site.COMMUNE)
                    .append(";;;;")
                    .append(words[0]);
            text.append(";;")
                    .append(words[1])
                    .append(";bâtiment;")
                    .append(DemoFiles.number(at.x, 2))
                    .append(';');
            text.append(DemoFiles.number(at.y, 2))
                    .append(';')
                    .append(DemoFiles.number(lonLat.x, 7))
                    .append(';');
            text.append(DemoFiles.number(lonLat.y, 7)).append(';').append(town.parcelOf(building.footprint()));
            text.append(";données synthétiques;2024-06-01;0\n");
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
