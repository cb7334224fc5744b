package fr.heliotoit.solar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The periodic terms of the Solar Position Algorithm, from the resource {@code spa-terms.txt}. */
final class SpaTerms {
    private static final String RESOURCE = "spa-terms.txt";

    /** Earth's heliocentric longitude, latitude and radius: per power of time, triples A, B, C in a row. */
    static final double[][] L = group("L");

    static final double[][] B = group("B");
    static final double[][] R = group("R");

    /** Nutation: nine numbers per term. */
    static final double[] NUTATION = group("N")[0];

    private SpaTerms() {}

    private static double[][] group(String letter) {
        List<double[]> powers = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(SpaTerms.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            List<String[]> rows = reader.lines()
                    .filter(line -> line.startsWith(letter))
                    .map(line -> line.split(" "))
                    .toList();
            List<String> names = rows.stream().map(row -> row[0]).distinct().toList();
            for (String name : names) {
                powers.add(rows.stream()
                        .filter(row -> row[0].equals(name))
                        .flatMap(row -> Arrays.stream(row).skip(1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return powers.toArray(double[][]::new);
    }

    /** Σ over powers of t of t^k · Σ A cos(B + C t), in the table's unit. */
    static double series(double[][] powers, double t) {
        double sum = 0;
        for (int k = powers.length - 1; k >= 0; k--) {
            double[] terms = powers[k];
            double inner = 0;
            for (int i = 0; i < terms.length; i += 3) {
                inner += terms[i] * Math.cos(terms[i + 1] + terms[i + 2] * t);
            }
            sum = sum * t + inner;
        }
        return sum / 1e8;
    }
}
