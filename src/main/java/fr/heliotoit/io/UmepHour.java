package fr.heliotoit.io;

import java.time.LocalDateTime;

/**
 * One row of a UMEP/SUEWS file; NaN where missing.
 *
 * @param time end of the hour, local
 * @param ghi global horizontal irradiance [W/m²]
 * @param dni direct normal irradiance [W/m²]
 * @param dhi diffuse horizontal irradiance [W/m²]
 * @param temperature of the air [°C]
 * @param wind speed [m/s]
 */
public record UmepHour(LocalDateTime time, double ghi, double dni, double dhi, double temperature, double wind) {}
