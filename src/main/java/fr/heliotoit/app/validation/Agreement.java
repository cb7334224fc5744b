package fr.heliotoit.app.validation;

/**
 * How far figures are from expected ones, in their unit.
 *
 * @param count pairs
 * @param bias mean of actual − expected
 * @param mae mean of the magnitude
 * @param rmse root mean square
 * @param worst greatest magnitude
 */
record Agreement(int count, double bias, double mae, double rmse, double worst) {
    static Agreement of(double[] actual, double[] expected) {
        double sum = 0;
        double magnitude = 0;
        double square = 0;
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            double off = actual[i] - expected[i];
            sum += off;
            magnitude += Math.abs(off);
            square += off * off;
            worst = Math.max(worst, Math.abs(off));
        }
        int n = actual.length;
        return new Agreement(n, sum / n, magnitude / n, Math.sqrt(square / n), worst);
    }

    /** Differences as per cent of each expected value. */
    static Agreement percent(double[] actual, double[] expected) {
        double[] ratio = new double[actual.length];
        double[] hundred = new double[actual.length];
        for (int i = 0; i < actual.length; i++) {
            ratio[i] = 100 * actual[i] / expected[i];
            hundred[i] = 100;
        }
        return of(ratio, hundred);
    }

    /** The factor that brings actual to expected with the least squared relative difference. */
    static double commonFactor(double[] actual, double[] expected) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < actual.length; i++) {
            double ratio = actual[i] / expected[i];
            a += ratio;
            b += ratio * ratio;
        }
        return a / b;
    }

    static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return scaled;
    }
}
