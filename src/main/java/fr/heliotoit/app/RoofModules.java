package fr.heliotoit.app;

import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.roof.ModuleField;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;

/** From the grid of a surface model to the cadastre: planes and modules with true azimuths in the project's system. */
public final class RoofModules {
    private RoofModules() {}

    /** What the conventions say of modules, at a latitude [°]. */
    public static ModuleRules rules(Conventions conventions, double latitudeDeg) {
        Conventions.Modules m = conventions.modules();
        return new ModuleRules(
                m.width().value(),
                m.length().value(),
                m.gap().value(),
                m.edgeSetback().value(),
                m.ridgeSetback().value(),
                m.obstacleSetback().value(),
                conventions.flatBelow().value(),
                m.flatEdgeSetback().value(),
                m.flatRows().value() == 2 ? ModuleRules.Rows.EAST_WEST : ModuleRules.Rows.SOUTH,
                m.southRowTilt().value(),
                m.eastWestRowTilt().value(),
                m.eastWestAisle().value(),
                ModuleRules.winterSunDeg(latitudeDeg),
                m.leastIrradiationShare().value());
    }

    /**
     * @param number of the plane on its roof, from 1
     * @param convergenceDeg true azimuth of the surface model's grid north [°]
     */
    static RoofPlane plane(
            RoofScan scan, RoofFit.Piece piece, int number, Crs surfaceCrs, Crs projectCrs, double convergenceDeg)
            throws Failure {
        return new RoofPlane(
                scan.building().id() + "-" + number,
                scan.building().id(),
                surfaceCrs.transform(piece.outline(), projectCrs),
                piece.tiltDeg(),
                trueAzimuth(piece.azimuthDeg(), convergenceDeg),
                piece.areaM2(),
                piece.fitErrorM(),
                piece.explainedShare(),
                scan.origin(),
                scan.overhangM(),
                null);
    }

    static ModuleArray array(
            RoofPlane plane,
            ModuleField field,
            Crs surfaceCrs,
            Crs projectCrs,
            double convergenceDeg,
            Conventions conventions)
            throws Failure {
        ModuleRules.Facing facing = field.facings().getFirst();
        return new ModuleArray(
                plane.id(),
                plane.buildingId(),
                surfaceCrs.transform(field.modules(), projectCrs),
                field.count(),
                field.count() * conventions.modules().power().value() / 1000,
                field.count() * conventions.modules().moduleAreaM2(),
                facing.tiltDeg(),
                trueAzimuth(facing.azimuthDeg(), convergenceDeg),
                field.arrangement().code());
    }

    /** [°, 0–360] */
    static double trueAzimuth(double gridAzimuthDeg, double convergenceDeg) {
        double azimuth = (gridAzimuthDeg + convergenceDeg) % 360;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }
}
