package fr.heliotoit.cadastre;

/** What a computation gives for a building: a figure, or the reason why there is none ("pourquoi rien"). */
public sealed interface Outcome permits SolarPotential, NoFigure {}
