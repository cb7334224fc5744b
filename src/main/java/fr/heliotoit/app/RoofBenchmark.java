package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures the search for planes and the layout of modules on a made-up town, and checks what was found in the same run. */
public final class RoofBenchmark {
    private static final double LATITUDE = 50.43;

    /** Buildings that are done again in another order, to see that the result does not change. */
    private static final int AGAIN = 200;

    /**
     * What was measured.
     *
     * @param buildings done
     * @param planes found on them
     * @param modules laid on these
     * @param right buildings of whose roof at least 90 % lies in planes within 2° of tilt and 5° of azimuth of the truth
     * @param same whether doing some again one by one gave the same planes and modules
     */
    public record Result(int buildings, int planes, int modules, int right, boolean same, double cpuS, double wallS) {
        /** Trees hang over some of the houses, so not all can be right. */
        public boolean passed() {
            return same && right >= 0.95 * buildings;
        }
    }

    private RoofBenchmark() {}

    /** @param count buildings, on a surface model of 0.5 m that is held in memory */
    public static Result run(int count, Conventions conventions, Progress progress) throws Failure {
        int size = 400;
        while (new UrbanModel(size).houses(count).size() < count) {
            size += 200;
        }
        UrbanModel town = new UrbanModel(size);
        RasterSource surface = new Benchmark.Kept(town);
        List<UrbanModel.House> houses = town.houses(count);
        List<Building> buildings = new ArrayList<>();
        for (UrbanModel.House house : houses) {
            buildings.add(new Building(
                    "b" + buildings.size(), house.footprint(), null, null, null, Usage.RESIDENTIAL, false, null));
        }
        DrawnPlanes none = DrawnPlanes.of(List.of(), Crs.LAMBERT_93, Crs.LAMBERT_93, 0);
        RoofPlanes search = new RoofPlanes(surface, Crs.LAMBERT_93, 0, LATITUDE, conventions, none);
        double cpu = Benchmark.cpuS();
        long wall = System.nanoTime();
        List<RoofPlanes.Roof> roofs = search.run(buildings, progress);
        double wallS = (System.nanoTime() - wall) * 1e-9;
        double cpuS = Benchmark.cpuS() - cpu;
        int right = 0;
        for (int i = 0; i < roofs.size(); i++) {
            right += right(houses.get(i), roofs.get(i)) ? 1 : 0;
        }
        List<Building> again = new ArrayList<>(buildings.subList(0, Math.min(AGAIN, buildings.size())));
        Collections.reverse(again);
        boolean same = true;
        for (int i = 0; i < again.size(); i++) {
            RoofPlanes.Roof first = roofs.get(again.size() - 1 - i);
            same &= same(first, search.run(List.of(again.get(i)), Progress.NONE).getFirst());
        }
        return new Result(
                buildings.size(),
                roofs.stream().mapToInt(r -> r.planes().size()).sum(),
                roofs.stream()
                        .flatMap(r -> r.modules().stream())
                        .mapToInt(ModuleArray::count)
                        .sum(),
                right,
                same,
                cpuS,
                wallS);
    }

    private static boolean right(UrbanModel.House house, RoofPlanes.Roof roof) {
        double found = 0;
        for (RoofPlane plane : roof.planes()) {
            double turn = Math.abs(Math.IEEEremainder(plane.surfaceAzimuthDeg() - house.azimuthDeg(), 180));
            boolean near =
                    Math.abs(plane.surfaceTiltDeg() - house.tiltDeg()) <= 2 && (house.tiltDeg() == 0 || turn <= 5);
            found += near ? plane.outline().getArea() : 0;
        }
        return found >= 0.9 * house.footprint().getArea() * (house.tiltDeg() == 0 ? 0.9 : 1); // less the parapet
    }

    private static boolean same(RoofPlanes.Roof one, RoofPlanes.Roof other) {
        boolean same = one.planes().size() == other.planes().size()
                && one.modules().size() == other.modules().size();
        for (int i = 0; same && i < one.planes().size(); i++) {
            RoofPlane a = one.planes().get(i);
            RoofPlane b = other.planes().get(i);
            same = a.outline().equalsExact(b.outline())
                    && a.surfaceTiltDeg() == b.surfaceTiltDeg()
                    && a.surfaceAzimuthDeg() == b.surfaceAzimuthDeg()
                    && a.areaM2() == b.areaM2();
        }
        for (int i = 0; same && i < one.modules().size(); i++) {
            same = one.modules()
                    .get(i)
                    .modules()
                    .equalsExact(other.modules().get(i).modules());
        }
        return same;
    }
}
