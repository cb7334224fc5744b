package fr.heliotoit.kernel.planted;

import fr.heliotoit.cadastre.Usage;
import java.awt.Color;

/** The planted violation that proves that the architecture test bites: a kernel that knows the domain, draws and prints. */
public final class KernelThatDraws {
    private KernelThatDraws() {}

    public static void draw(Usage usage) {
        System.out.println(usage + " " + Color.RED);
    }
}
