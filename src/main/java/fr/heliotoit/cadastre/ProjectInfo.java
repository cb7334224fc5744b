package fr.heliotoit.cadastre;

import fr.heliotoit.geo.Crs;

/**
 * What a project file is about.
 *
 * @param crs the system of everything in it: Lambert-93 in France
 * @param synthetic whether the data are made up (demonstration): said on every screen and page
 */
public record ProjectInfo(Commune commune, Crs crs, boolean synthetic) {}
