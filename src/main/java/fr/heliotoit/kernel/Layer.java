package fr.heliotoit.kernel;

/**
 * What hides, and the light that it hides. The layers of a scene stand on each other: each hides at least what the one before it hides
 * (houses; then houses and crowns). What a cell gets is the sum over the layers.
 *
 * @param surface all layers have the same window
 * @param light all layers have the same azimuths
 */
public record Layer(Surface surface, SkyTable light) {}
