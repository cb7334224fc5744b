package fr.heliotoit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RampTest {
    /** Validation: the ends and the middle of the published tables. */
    @Test
    void coloursAreThePublishedOnes() {
        assertThat(Ramp.CIVIDIS.rgb(0)).isEqualTo(0x00224e);
        assertThat(Ramp.CIVIDIS.rgb(0.5)).isEqualTo(0x7d7c78);
        assertThat(Ramp.CIVIDIS.rgb(1)).isEqualTo(0xfee838);
        assertThat(Ramp.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(Ramp.VIRIDIS.rgb(0.5)).isEqualTo(0x21918c);
        assertThat(Ramp.VIRIDIS.rgb(1)).isEqualTo(0xfde725);
    }

    @ParameterizedTest
    @EnumSource(Ramp.class)
    void getsLighterAllTheWaySoThatAGreyCopyReadsTheSame(Ramp ramp) {
        double last = -1;
        for (int i = 0; i <= 32; i++) {
            double luminance = Ink.luminance(ramp.colour(i / 32.0));
            assertThat(luminance).as("%s at %d/32", ramp, i).isGreaterThan(last);
            last = luminance;
        }
    }

    @Test
    void valuesOutsideAreClamped() {
        assertThat(Ramp.CIVIDIS.rgb(-3)).isEqualTo(Ramp.CIVIDIS.rgb(0));
        assertThat(Ramp.CIVIDIS.rgb(7)).isEqualTo(Ramp.CIVIDIS.rgb(1));
    }

    @ParameterizedTest
    @EnumSource(Ramp.class)
    void digitsAreReadableOnEveryClass(Ramp ramp) {
        ClassStyle style = new ClassStyle(ramp, Town.conventions());
        for (int c = 1; c <= style.conventions().classes(); c++) {
            Color ground = style.colour(c);
            assertThat(Ink.contrast(ground, Ink.on(ground))).as("class %d", c).isGreaterThan(3.9);
        }
    }
}
