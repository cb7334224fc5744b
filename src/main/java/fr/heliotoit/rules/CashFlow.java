package fr.heliotoit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;

/**
 * Money by year and what it is worth. Year 0 is the investment, year n ends n years later. Constant euros unless prices are made to grow.
 */
public final class CashFlow {
    /** Rates between which a rate of return is looked for. */
    private static final double LEAST_RATE = -0.95;

    private static final double MOST_RATE = 10;

    private CashFlow() {}

    /** Net present value [€]: Σ flow of year n / (1 + rate)ⁿ, year 0 undiscounted. */
    public static double netPresentValue(double rate, double... flows) {
        double sum = 0;
        double discount = 1;
        for (double flow : flows) {
            sum += flow / discount;
            discount *= 1 + rate;
        }
        return sum;
    }

    /** Internal rate of return; empty when the flows do not change sign, or no rate between −95 % and 1000 % brings them to nothing. */
    public static OptionalDouble internalRate(double... flows) {
        UnivariateFunction worth = rate -> netPresentValue(rate, flows);
        if (worth.value(LEAST_RATE) * worth.value(MOST_RATE) >= 0) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(new BrentSolver(1e-10).solve(1000, worth, LEAST_RATE, MOST_RATE));
        } catch (MathIllegalArgumentException | TooManyEvaluationsException e) {
            return OptionalDouble.empty();
        }
    }

    /** Years until the sum of the flows is no longer negative, the last year in part; empty when that never happens. */
    public static OptionalDouble payback(double... flows) {
        double sum = flows[0];
        if (sum >= 0) {
            return OptionalDouble.of(0);
        }
        for (int year = 1; year < flows.length; year++) {
            if (sum + flows[year] >= 0) {
                return OptionalDouble.of(year - 1 + -sum / flows[year]);
            }
            sum += flows[year];
        }
        return OptionalDouble.empty();
    }

    /** Yearly payment of a loan that is paid back in equal parts [€]. */
    public static double annuity(double loan, double rate, int years) {
        if (years < 1) {
            throw new IllegalArgumentException(years + " years");
        }
        return rate == 0 ? loan / years : loan * rate / (1 - Math.pow(1 + rate, -years));
    }

    /** Levelised cost: discounted costs over discounted energy [€/kWh]. @param costs year 0 first; @param kWh year 0 first, 0 then */
    public static double levelisedCost(double rate, double[] costs, double[] kWh) {
        return netPresentValue(rate, costs) / netPresentValue(rate, kWh);
    }

    /** Running sums, year 0 first. */
    public static List<Double> cumulated(List<Double> flows) {
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (double flow : flows) {
            sum += flow;
            sums.add(sum);
        }
        return sums;
    }
}
