package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.demo.Houses.Style;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The plan of the town: streets first, then the named places, then the street fronts, then what is left. */
final class Plan {
    private static final double PIT_X = 405;
    private static final double PIT_Y = 45;
    /** A district's boundary: the site but for an irregular margin. */
    static final Polygon OUTLINE = Site.polygon(
            14, 18, 190, 9, 330, 16, 520, 10, 688, 14, 692, 210, 684, 372, 692, 440, 746, 462, 752, 566, 690, 600, 688,
            688, 530, 692, 372, 686, 200, 693, 60, 684, 10, 690, 17, 430, 8, 240);
    /** Around a transformer station, left out of the surface model on purpose. */
    static final Polygon MASKED = Site.polygon(662, 392, 678, 392, 678, 406, 662, 406);

    private final Town town = new Town();
    private final Landmarks landmarks = new Landmarks(town);

    private Plan() {}

    /** The state of 2024. */
    static Town draw() {
        Plan plan = new Plan();
        plan.pitDistrict();
        plan.centre();
        plan.north();
        plan.activities();
        plan.fronts();
        plan.countryside();
        return plan.town;
    }

    // streets, in the order in which they take their ground
    private final Street main = town.open(new Street(
            "Rue de la République", 12, 0, 392, 110, 402, 220, 396, 330, 386, 430, 390, 540, 412, 620, 436, 700, 452));
    private final Street barbe = town.open(Street.arc("Rue Sainte-Barbe", 8, PIT_X, PIT_Y, 98, 100, 178));
    private final Street galibots = town.open(Street.arc("Rue des Galibots", 8, PIT_X, PIT_Y, 160, 100, 180));
    private final Street basly = town.open(Street.arc("Rue Émile-Basly", 9, PIT_X, PIT_Y, 222, 99, 180));
    private final Street pit =
            town.open(new Street("Rue de la Fosse 4", 9, 398, 92, 388, 150, 377, 220, 368, 280, 352, 335, 344, 386));
    private final Street porions =
            town.open(new Street("Rue des Porions", 8, 330, 108, 268, 160, 204, 213, 150, 268, 122, 330, 112, 402));
    private final Street marsh = town.open(new Street("Chemin du Marais", 7, 310, 46, 250, 45, 183, 44, 90, 40, 0, 52));
    private final Street church =
            town.open(new Street("Rue de l’Église", 8, 134, 300, 180, 306, 240, 304, 300, 300, 362, 299));
    private final Street pasteur = town.open(new Street("Rue Pasteur", 9, 436, 390, 437, 340, 431, 290, 371, 268));
    private final Street lilacs =
            town.open(new Street("Rue des Lilas", 8, 58, 397, 64, 455, 84, 520, 112, 575, 148, 622, 162, 700));
    private final Street acacias =
            town.open(new Street("Rue des Acacias", 8, 168, 400, 172, 455, 178, 515, 190, 575, 205, 640, 208, 700));
    private final Street stadium =
            town.open(new Street("Rue du Stade", 8, 84, 520, 130, 519, 178, 515, 240, 508, 300, 505, 352, 507));
    private final Street moulin =
            town.open(new Street("Rue Jean-Moulin", 8, 284, 391, 288, 445, 300, 505, 318, 570, 330, 640, 332, 700));
    private final Street cornflowers = town.open(new Street(
            "Allée des Bleuets", 7, 352, 507, 400, 500, 442, 516, 458, 560, 442, 606, 402, 624, 362, 612, 330, 622));
    private final Street roses = town.open(new Street("Rue des Roses", 7, 392, 388, 388, 430, 396, 470, 400, 500));
    private final Street industry =
            town.open(new Street("Rue de l’Industrie", 10, 484, 400, 492, 465, 512, 525, 522, 590, 520, 700));

    private void pitDistrict() {
        town.open(Terrain.RAILWAY);
        grounds("AM", true, Parcel.Kind.PAVED, 386, 4, 492, 6, 486, 88, 470, 104, 388, 84);
        landmarks.pit(Frame.at(412, 58, 8));
        town.addCarPark(CarPark.of("SSA-P3", "Parking de la Fosse 4", true, Frame.at(448, 80, 8), 34, 22));
    }

    private void centre() {
        grounds("AB", true, Parcel.Kind.GROUNDS, 196, 312, 266, 310, 270, 386, 200, 392);
        landmarks.church(Frame.at(232, 346, 4));
        Gardens.avenue(town, 202, 322, 262, 319, 8, 2.6, 8);
        Gardens.avenue(town, 206, 380, 262, 376, 7, 2.4, 8);
        grounds("AB", true, Parcel.Kind.PAVED, 272, 306, 342, 304, 336, 379, 276, 384);
        landmarks.townHall(Frame.at(306, 320, 178));
        landmarks.box(
                "La Poste",
                "4 Place Jean-Jaurès",
                Usage.COMMERCIAL,
                Frame.at(329, 352, 95),
                13,
                9,
                6.4,
                RoofShape.hip(42));
        Gardens.avenue(town, 281, 340, 283, 376, 6, 2.3, 7.5);
        Gardens.avenue(town, 314, 340, 316, 374, 6, 2.3, 7.5);
        grounds("AB", true, Parcel.Kind.GROUNDS, 140, 310, 192, 312, 194, 352, 134, 352);
        landmarks.nurserySchool(Frame.at(164, 324, 2));
        Gardens.scatter(town, Site.polygon(140, 340, 192, 342, 192, 350, 138, 350), 7, 0.7, 2.2, 7, 301);
        grounds("AC", true, Parcel.Kind.GROUNDS, 446, 292, 452, 378, 522, 395, 536, 352, 484, 322);
        landmarks.primarySchool(Frame.at(484, 366, 13));
        Gardens.scatter(town, Site.polygon(452, 300, 456, 330, 520, 360, 512, 345, 482, 326), 9, 0.6, 2.6, 9, 311);
        grounds("AC", true, Parcel.Kind.PAVED, 374, 276, 426, 294, 431, 338, 428, 374, 366, 374, 366, 300);
        landmarks.villageHall(Frame.at(400, 352, 4));
        town.addCarPark(CarPark.of("SSA-P2", "Parking de la salle des fêtes", true, Frame.at(396, 312, 14), 36, 27));
    }

    private void north() {
        grounds("AE", true, Parcel.Kind.GROUNDS, 192, 516, 296, 510, 310, 560, 318, 652, 222, 656, 206, 600);
        landmarks.gym(Frame.at(240, 539, 176));
        landmarks.box(
                "Vestiaires du stade",
                "14 Rue du Stade",
                Usage.SPORT,
                Frame.at(291, 590, 84),
                16,
                6,
                2.8,
                RoofShape.shed(7));
        town.paved.add(Site.polygon(222, 562, 280, 558, 287, 646, 229, 650));
        Gardens.avenue(town, 214, 560, 222, 646, 14, 1.8, 12);
        grounds("AD", true, Parcel.Kind.GROUNDS, 300, 452, 352, 452, 358, 496, 306, 498);
        landmarks.box(
                "Crèche Les Petits Galibots",
                "21 Rue Jean-Moulin",
                Usage.PUBLIC,
                Frame.at(328, 484, 2),
                24,
                12,
                3.4,
                RoofShape.parapet(0.45));
        landmarks.box(
                "Centre de secours",
                "17 Rue Jean-Moulin",
                Usage.PUBLIC,
                Frame.at(326, 464, 2),
                26,
                13,
                5.2,
                RoofShape.gable(14));
    }

    private void activities() {
        grounds("ZB", false, Parcel.Kind.PAVED, 528, 446, 612, 456, 688, 468, 688, 532, 536, 530, 520, 490);
        landmarks.flatHall("Supermarché", "3 Rue de l’Industrie", Usage.COMMERCIAL, Frame.at(648, 498, 8), 52, 40, 6.5);
        town.addCarPark(CarPark.of("SSA-P1", "Parking du supermarché", false, Frame.at(575, 489, 8), 66, 43));
        grounds("ZB", false, Parcel.Kind.PAVED, 534, 536, 688, 538, 686, 622, 536, 622);
        landmarks.flatHall(
                "Plateforme logistique",
                "7 Rue de l’Industrie",
                Usage.INDUSTRIAL,
                Frame.at(612, 580, 2),
                118,
                62,
                10.5);
        grounds("ZB", false, Parcel.Kind.PAVED, 532, 628, 612, 628, 610, 684, 532, 684);
        landmarks.box(
                "Atelier de confection",
                "11 Rue de l’Industrie",
                Usage.INDUSTRIAL,
                Frame.at(572, 655, 3),
                56,
                30,
                6,
                RoofShape.sawtooth(8, 24));
        grounds("ZB", false, Parcel.Kind.PAVED, 618, 628, 686, 628, 684, 684, 618, 684);
        landmarks.box(
                "Garage du Cavalier",
                "13 Rue de l’Industrie",
                Usage.COMMERCIAL,
                Frame.at(648, 642, 2),
                32,
                16,
                5,
                RoofShape.gable(12));
        landmarks.box(
                "", "15 Rue de l’Industrie", Usage.INDUSTRIAL, Frame.at(650, 668, 2), 36, 18, 6, RoofShape.gable(15));
        grounds("ZB", true, Parcel.Kind.PAVED, 660, 390, 682, 390, 682, 410, 660, 410);
        landmarks.box("Poste électrique", "", Usage.INDUSTRIAL, Frame.at(670, 399, 10), 9, 7, 3.6, RoofShape.flat());
        grounds("ZA", false, Parcel.Kind.GROUNDS, 22, 312, 104, 316, 106, 394, 20, 386);
        landmarks.farm(Frame.at(66, 376, 4));
    }

    private void fronts() {
        front(main, 1, 112, 280, 46, Style.TOWN, "AD");
        front(main, -1, 120, 205, 34, Style.TOWN, "AB");
        front(main, 1, 290, 480, 44, Style.TOWN, "AD");
        front(main, -1, 340, 440, 14, Style.TOWN, "AC");
        front(main, 1, 500, 640, 22, Style.TOWN, "AC");
        front(main, -1, 530, 660, 40, Style.SEMI, "AC");
        front(main, 1, 10, 55, 40, Style.DETACHED, "AD");
        front(main, 1, 64, 110, 40, Style.SEMI, "AD");
        for (Street row : new Street[] {barbe, galibots, basly}) {
            front(row, -1, 5, row.length(), 27, Style.CORON, "AK");
            front(row, 1, 5, row.length(), 27, Style.CORON, "AL");
        }
        front(porions, 1, 135, 200, 30, Style.SEMI, "AL");
        front(porions, -1, 205, 260, 30, Style.SEMI, "AB");
        front(porions, 1, 205, 280, 30, Style.SEMI, "AB");
        front(pasteur, -1, 110, 170, 26, Style.SEMI, "AC");
        front(marsh, 1, 5, 120, 26, Style.CORON, "AK");
        front(marsh, -1, 5, 120, 26, Style.CORON, "AK");
        front(church, -1, 20, 225, 28, Style.SEMI, "AB");
        for (int side = -1; side <= 1; side += 2) {
            front(lilacs, side, 14, 270, 36, Style.SEMI, "AE");
            front(acacias, side, 14, 250, 36, Style.SEMI, "AE");
            front(moulin, side, 14, 108, 36, Style.SEMI, "AD");
            front(moulin, side, 120, 255, 34, Style.DETACHED, "AH");
            front(roses, side, 14, 115, 34, Style.DETACHED, "AH");
            front(cornflowers, side, 4, 300, 30, Style.DETACHED, "AH");
        }
        front(stadium, -1, 100, 260, 34, Style.SEMI, "AE");
        front(stadium, 1, 10, 90, 34, Style.SEMI, "AE");
        front(industry, 1, 14, 250, 34, Style.DETACHED, "AH");
    }

    /** Splits the rest of the commune into fields and waste land, and plants it. */
    private void countryside() {
        Geometry rest = town.land.remains(OUTLINE);
        Polygon heap = Site.polygon(446, 20, 692, 20, 692, 300, 640, 350, 560, 335, 490, 300, 452, 240, 446, 140);
        Polygon[] fields = {
            heap,
            Site.polygon(0, 0, 200, 0, 150, 180, 0, 190),
            Site.polygon(0, 190, 150, 180, 130, 310, 0, 310),
            Site.polygon(0, 310, 60, 310, 60, 700, 0, 700),
            Site.polygon(200, 640, 340, 640, 340, 700, 200, 700),
            Site.polygon(330, 640, 525, 640, 525, 700, 330, 700),
        };
        for (Polygon field : fields) {
            Geometry part = Site.common(rest, field);
            for (int i = 0; i < part.getNumGeometries(); i++) {
                if (part.getGeometryN(i) instanceof Polygon p && p.getArea() > 120) {
                    town.addParcel("ZC", p, field == heap, field == heap ? Parcel.Kind.WASTE : Parcel.Kind.FIELD);
                }
            }
            rest = Site.minus(rest, field);
        }
        for (int i = 0; i < rest.getNumGeometries(); i++) {
            if (rest.getGeometryN(i) instanceof Polygon p && p.getArea() > 40) {
                town.addParcel("AZ", p, true, Parcel.Kind.GROUNDS);
                Gardens.scatter(town, p.buffer(-3), 11, 0.5, 2.3, 7, 401);
            }
        }
        Geometry bare = Site.polygon(500, 110, 540, 74, 600, 78, 640, 120, 640, 190, 600, 240, 540, 236, 496, 190);
        Gardens.scatter(town, Site.minus(heap.buffer(-4), bare), 7.5, 0.5, 2.4, 8, 501);
        Gardens.scatter(town, bare, 9, 0.16, 1.7, 5, 506);
        Gardens.scatter(town, Site.polygon(48, 52, 150, 50, 158, 118, 40, 122), 8, 0.5, 2.8, 9, 511);
        Gardens.scatter(town, Terrain.RAILWAY.surface().buffer(6), 6, 0.5, 2.2, 8, 521);
        Gardens.avenue(town, 20, 640, 60, 680, 10, 2, 6);
    }

    private void grounds(String section, boolean owned, Parcel.Kind kind, double... xy) {
        Polygon shape = town.land.claim(Site.polygon(xy));
        town.addParcel(section, shape, owned, kind);
        if (kind == Parcel.Kind.PAVED) {
            town.paved.add(shape);
        }
    }

    private void front(Street street, int side, double from, double to, double depth, Style style, String section) {
        new Frontage(street, side, from, Math.min(to, street.length()), depth, style, section).build(town);
    }
}
