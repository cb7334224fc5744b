package fr.heliotoit;

/** Composition root. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
