package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import java.util.ArrayList;
import java.util.List;

/** The buildings that have a name: church, town hall, schools, halls, pit, farm. */
final class Landmarks {
    private final Town town;

    Landmarks(Town town) {
        this.town = town;
    }

    void church(Frame f) {
        RoofShape steep = RoofShape.gable(53);
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 30, 11, 9.5, steep));
        v.add(Volume.of(f.moved(0, 7.2), 26, 3.4, 4.6, (u, w, l, h) -> 0.45 * (h - w)));
        v.add(Volume.of(f.moved(0, -7.2), 26, 3.4, 4.6, (u, w, l, h) -> 0.45 * (h + w)));
        v.add(Volume.of(f.moved(8, 0).quarter(), 22, 8, 9.5, steep));
        v.add(Volume.of(f.moved(17.5, 0), 9, 8, 8, RoofShape.hip(50)));
        v.add(Volume.of(f.moved(-17, 0), 6.6, 6.6, 21, RoofShape.hip(73)));
        put("Église Sainte-Barbe", "1 Place Jean-Jaurès", Usage.RELIGIOUS, true, f, v);
    }

    void townHall(Frame f) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 22, 12, 8.2, RoofShape.mansard()));
        for (int side = -1; side <= 1; side += 2) {
            v.add(Volume.of(f.moved(side * 15, -0.5), 9, 10, 7, RoofShape.hip(45)));
            v.add(Volume.of(f.moved(side * 6, -4.6).quarter(), 3.4, 2.2, 9.6, RoofShape.gable(45))
                    .undrawn());
        }
        v.add(Volume.of(f.moved(0, -5.2).quarter(), 4.4, 5, 11, RoofShape.gable(50))
                .undrawn());
        v.add(Volume.of(f, 2.6, 2.6, 17, RoofShape.hip(65)).undrawn());
        put("Mairie", "2 Place Jean-Jaurès", Usage.PUBLIC, true, f, v);
    }

    void primarySchool(Frame f) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 48, 9, 7.2, RoofShape.gable(36)));
        v.add(Volume.of(f.moved(-20, -13.4).quarter(), 18, 8, 4.2, RoofShape.hip(38)));
        v.add(Volume.of(f.moved(20, -13.4).quarter(), 18, 8, 4.2, RoofShape.hip(38)));
        v.add(Volume.of(f.moved(0, -6.5), 24, 4, 3.2, RoofShape.flat()));
        put("École Jean-Macé", "8 Rue Pasteur", Usage.PUBLIC, true, f, v);
        box("Cantine scolaire", "8 Rue Pasteur", Usage.PUBLIC, f.moved(33, -12), 12, 16, 3.8, RoofShape.parapet(0.5));
    }

    void nurserySchool(Frame f) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 30, 12, 3.6, RoofShape.shed(9)));
        v.add(Volume.of(f.moved(-7, 10), 16, 8, 3.4, RoofShape.parapet(0.4)));
        v.add(Volume.of(f.moved(11, 9.4), 8, 6.8, 5, RoofShape.hip(30)));
        put("École maternelle Les Coquelicots", "3 Rue de l’Église", Usage.PUBLIC, true, f, v);
    }

    void gym(Frame f) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 44, 25, 7.4, RoofShape.vault(2.6)));
        v.add(Volume.of(f.moved(0, -15.6), 40, 6.2, 3.6, RoofShape.parapet(0.4)));
        put("Salle des sports", "12 Rue du Stade", Usage.SPORT, true, f, v);
    }

    void villageHall(Frame f) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, 30, 17, 5.6, RoofShape.gable(22)));
        v.add(Volume.of(f.moved(0, -11.3), 20, 5.6, 3.4, RoofShape.parapet(0.4)));
        v.add(Volume.of(f.moved(18.4, 0), 6.8, 12, 4, RoofShape.parapet(0.4)));
        put("Salle des fêtes", "3 Rue Pasteur", Usage.PUBLIC, true, f, v);
    }

    /** Shaft headframe, winding engine house, workshops and the former changing room. */
    void pit(Frame f) {
        List<Volume> head = new ArrayList<>();
        head.add(Volume.of(f, 13, 13, 9, RoofShape.hip(35)));
        head.add(Volume.of(f, 5, 5, 33, RoofShape.flat()));
        head.add(Volume.of(f.moved(6, 0), 9, 1.6, 22, (u, v, l, w) -> -1.1 * (u + l)));
        put("Chevalement de la fosse 4", "1 Carreau de la Fosse 4", Usage.PUBLIC, true, f, head);
        Frame engine = f.moved(32, 2);
        List<Volume> house = new ArrayList<>();
        house.add(Volume.of(engine, 26, 15, 11, RoofShape.gable(30)));
        house.add(Volume.of(engine, 20, 3, 15.6, RoofShape.gable(30)).undrawn());
        put("Bâtiment des machines", "1 Carreau de la Fosse 4", Usage.PUBLIC, true, engine, house);
        Frame hall = f.moved(-2, -26);
        List<Volume> changing = new ArrayList<>();
        changing.add(Volume.of(hall, 38, 14, 8.5, RoofShape.gable(34)));
        changing.add(Volume.of(hall.moved(0, 9.4), 38, 4.8, 4, (u, v, l, w) -> 0.35 * (w - v)));
        put("Médiathèque La Salle des Pendus", "2 Carreau de la Fosse 4", Usage.PUBLIC, true, hall, changing);
        box(
                "Ateliers municipaux",
                "3 Carreau de la Fosse 4",
                Usage.PUBLIC,
                f.moved(38, -26),
                27,
                18,
                5.5,
                RoofShape.sawtooth(6.75, 26));
    }

    void farm(Frame f) {
        String address = "1 Chemin de la Ferme";
        put("", address, Usage.RESIDENTIAL, false, f, List.of(Volume.of(f, 18, 8.5, 4.6, RoofShape.halfHip(46, 0.7))));
        agricultural(address, f.moved(-24, -16).quarter(), 34, 11, 5, RoofShape.gable(45));
        agricultural(address, f.moved(20, -14).quarter(), 24, 9, 4.2, RoofShape.gable(45));
        agricultural(address, f.moved(2, -36), 32, 15, 6, RoofShape.gable(18));
        agricultural(address, f.moved(-26, -46).quarter(), 13, 9, 4, RoofShape.shed(10));
    }

    private void agricultural(String address, Frame f, double length, double width, double eaves, RoofShape shape) {
        put("", address, Usage.AGRICULTURAL, false, f, List.of(Volume.of(f, length, width, eaves, shape)));
    }

    /** A hall with a flat roof, parapet and rows of skylights. */
    void flatHall(String name, String address, Usage usage, Frame f, double length, double width, double eaves) {
        List<Volume> v = new ArrayList<>();
        v.add(Volume.of(f, length, width, eaves, RoofShape.parapet(0.7)));
        for (double u = -length / 2 + 9; u < length / 2 - 6; u += 13) {
            for (double w = -width / 2 + 7; w < width / 2 - 5; w += 12) {
                v.add(Volume.of(f.moved(u, w), 5, 1.6, eaves + 0.5, RoofShape.vault(0.3))
                        .undrawn());
            }
        }
        v.add(Volume.of(f.moved(length / 2 - 7, width / 2 - 6), 4, 3, eaves + 1.9, RoofShape.flat())
                .undrawn());
        put(name, address, usage, false, f, v);
    }

    void box(
            String name,
            String address,
            Usage usage,
            Frame f,
            double length,
            double width,
            double eaves,
            RoofShape shape) {
        boolean owned = usage == Usage.PUBLIC || usage == Usage.SPORT;
        put(name, address, usage, owned, f, List.of(Volume.of(f, length, width, eaves, shape)));
    }

    private void put(String name, String address, Usage usage, boolean owned, Frame f, List<Volume> volumes) {
        town.add(Structure.of(name, address, usage, owned, volumes, Terrain.height(f.x(), f.y())));
    }
}
