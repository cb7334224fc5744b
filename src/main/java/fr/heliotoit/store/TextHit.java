package fr.heliotoit.store;

/**
 * What a search by words found.
 *
 * @param layer {@code batiments} or {@code adresses}
 * @param id of the building or address
 * @param text its name and address
 */
public record TextHit(String layer, String id, String text) {}
