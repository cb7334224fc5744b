package fr.heliotoit.rules;

import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The money of an installation over its life, by the packs of tariffs, prices and costs. Constant euros: the discount rate is a real one.
 *
 * @param mode how the electricity is sold
 * @param note what the pack of tariffs says of this power, when something is special
 * @param investment what it costs
 * @param flows net flow by year, year 0 first [€]
 * @param years the flows in their parts, year 1 first
 * @param paybackYears until the sum of the flows is positive; empty when never
 * @param netPresentValueEur at the discount rate
 * @param internalRate of return; empty when there is none
 * @param levelisedCostEurPerKWh discounted costs over discounted energy
 */
public record Economics(
        Mode mode,
        @Nullable String note,
        Costs.Investment investment,
        List<Double> flows,
        List<Year> years,
        OptionalDouble paybackYears,
        double netPresentValueEur,
        OptionalDouble internalRate,
        double levelisedCostEurPerKWh) {
    /** How the electricity is sold; the code is what files say. */
    public enum Mode {
        /** What is not used on site is sold (vente du surplus). */
        SURPLUS("surplus"),
        /** Everything is sold (vente en totalité). */
        FULL_SALE("totalite"),
        /** What is not used on site goes to the grid for nothing: no tariff is offered or known for this power. */
        NO_SALE("sans_vente");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * What is to be reckoned.
     *
     * @param kWp power [kWc]
     * @param firstYearKWh production of the first year
     * @param usedKWh part of it used on site in the first year
     * @param degradation share of the first year's production that each later year loses
     * @param dwelling whether it is a dwelling; else the commune (or a firm) with full tax
     * @param priceEurPerKWh of the electricity no longer bought [€/kWh]
     * @param priceGrowth per year
     * @param fullSale whether everything is to be sold, where that is offered
     */
    public record Case(
            double kWp,
            double firstYearKWh,
            double usedKWh,
            double degradation,
            boolean dwelling,
            double priceEurPerKWh,
            double priceGrowth,
            boolean fullSale,
            @Nullable Double investmentEur) {}

    /** A year of service [€]; costs are positive. */
    public record Year(
            int year,
            double productionKWh,
            double avoidedEur,
            double salesEur,
            double premiumEur,
            double upkeepEur,
            double inverterEur,
            double taxEur,
            double loanEur) {
        public double netEur() {
            return avoidedEur + salesEur + premiumEur - upkeepEur - inverterEur - taxEur - loanEur;
        }
    }

    public Economics {
        flows = List.copyOf(flows);
        years = List.copyOf(years);
    }

    public static Economics of(Case given, Tariffs tariffs, Costs costs) throws Failure {
        DataPack pack = costs.pack();
        Costs.Investment investment = given.investmentEur == null
                ? costs.investment(given.kWp, given.dwelling)
                : typed(given.investmentEur, costs.vat(given.kWp, given.dwelling));
        Mode mode = mode(given, tariffs);
        double loan = investment.grossEur() * pack.value("loanShare");
        int loanYears = (int) pack.value("loanYears");
        double annuity = loan > 0 ? CashFlow.annuity(loan, pack.value("loanRate"), loanYears) : 0;
        int life = (int) pack.value("lifeYears");
        double rate = pack.value("discountRate");
        List<Year> years = new ArrayList<>();
        double[] flows = new double[life + 1];
        double[] spent = new double[life + 1];
        double[] energy = new double[life + 1];
        flows[0] = loan - investment.grossEur();
        spent[0] = investment.grossEur();
        for (int n = 1; n <= life; n++) {
            Year year = year(n, given, mode, tariffs, pack, investment.netEur(), n <= loanYears ? annuity : 0);
            years.add(year);
            flows[n] = year.netEur();
            spent[n] = year.upkeepEur + year.inverterEur;
            energy[n] = year.productionKWh;
        }
        List<Double> list = new ArrayList<>();
        for (double flow : flows) {
            list.add(flow);
        }
        return new Economics(
                mode,
                tariffs.at(given.kWp).map(Tariffs.Segment::note).orElse(null),
                investment,
                list,
                years,
                CashFlow.payback(flows),
                CashFlow.netPresentValue(rate, flows),
                CashFlow.internalRate(flows),
                CashFlow.levelisedCost(rate, spent, energy));
    }

    private static Costs.Investment typed(double grossEur, double vat) {
        return new Costs.Investment(grossEur / (1 + vat), grossEur, grossEur, grossEur, vat);
    }

    private static Mode mode(Case given, Tariffs tariffs) {
        Tariffs.Segment terms = tariffs.at(given.kWp).orElse(null);
        if (given.fullSale) {
            // What was asked for is not replaced by something else: where it is not offered there is no sale.
            return terms != null && terms.fullSaleEurPerKWh() != null ? Mode.FULL_SALE : Mode.NO_SALE;
        }
        return terms != null && terms.surplusEurPerKWh() != null ? Mode.SURPLUS : Mode.NO_SALE;
    }

    private static Year year(
            int n, Case given, Mode mode, Tariffs tariffs, DataPack costs, double netEur, double annuity)
            throws Failure {
        double left = Math.max(0, 1 - given.degradation * (n - 1));
        double made = given.firstYearKWh * left;
        // With less production the same hours use it: the part used on site falls no faster than the production.
        double used = mode == Mode.FULL_SALE ? 0 : Math.min(made, given.usedKWh * left);
        double avoided = used * given.priceEurPerKWh * Math.pow(1 + given.priceGrowth, n - 1);
        double sales = (made - used) * price(mode, n, given.kWp, tariffs);
        // The premium is for installations that use what they make.
        double premium = mode == Mode.SURPLUS ? tariffs.premium(given.kWp, n) : 0;
        double keptTax = given.dwelling && given.kWp > costs.value("dwellingTaxFreeUpTo")
                ? sales * costs.value("dwellingSalesTax")
                : 0;
        double network = given.kWp > costs.value("networkTaxAbove") ? given.kWp * costs.value("networkTaxPerKWp") : 0;
        return new Year(
                n,
                made,
                avoided,
                sales,
                premium,
                netEur * costs.value("upkeepShare"),
                n == (int) costs.value("inverterYear") ? netEur * costs.value("inverterShare") : 0,
                keptTax + network,
                annuity);
    }

    private static double price(Mode mode, int year, double kWp, Tariffs tariffs) {
        Double price = tariffs.at(kWp)
                .map(s -> switch (mode) {
                    case SURPLUS -> s.surplusEurPerKWh();
                    case FULL_SALE -> s.fullSaleEurPerKWh();
                    case NO_SALE -> null;
                })
                .orElse(null);
        if (price == null) {
            return 0;
        }
        return year <= tariffs.contractYears() ? price : tariffs.priceAfterEurPerKWh();
    }
}
