/**
 * Sun position, weather year, decomposition, transposition, sky tables, photovoltaic yield. Names and units follow pvlib; angles in
 * public signatures are degrees, azimuths clockwise from north; power [W/m²] and energy [kWh/m²] never share a name.
 */
@NullMarked
package fr.heliotoit.solar;

import org.jspecify.annotations.NullMarked;
