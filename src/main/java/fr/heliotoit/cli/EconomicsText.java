package fr.heliotoit.cli;

import fr.heliotoit.app.BuildingEconomics;
import fr.heliotoit.app.HotWaterEstimate;
import fr.heliotoit.app.SizeScan;
import fr.heliotoit.rules.CashFlow;
import fr.heliotoit.rules.Economics;
import fr.heliotoit.rules.Interval;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Energy and money in words and tables. */
final class EconomicsText {
    private EconomicsText() {}

    static void totals(PrintWriter out, List<BuildingEconomics> all) {
        totals(out, "cli.economics.all", all);
        totals(
                out,
                "cli.economics.public",
                all.stream().filter(b -> b.record().building().publicOwner()).toList());
    }

    private static void totals(PrintWriter out, String key, List<BuildingEconomics> some) {
        double kWh = 0;
        double used = 0;
        double investment = 0;
        int paying = 0;
        int unsold = 0;
        for (BuildingEconomics one : some) {
            kWh += one.use().productionKWh();
            used += one.use().usedKWh();
            investment += one.economics().investment().grossEur();
            unsold += one.economics().mode() == Economics.Mode.NO_SALE ? 1 : 0;
            paying += one.economics().netPresentValueEur() > 0 ? 1 : 0;
        }
        out.println(Texts.current()
                .text(
                        key,
                        some.size(),
                        Formats.quantity(kWh / 1000, 0, "MWh/an"),
                        Formats.percent(kWh > 0 ? used / kWh : Double.NaN, 0),
                        Formats.quantity(investment / 1000, 0, "k€"),
                        paying));
        if (unsold > 0) {
            line(out, "unsold", unsold);
        }
    }

    static void building(PrintWriter out, BuildingEconomics one) {
        String name = one.record().building().name();
        out.println(one.record().building().id() + (name == null ? "" : " — " + name.replaceAll("\\p{Cntrl}", " ")));
        Interval yearly = one.production().yearly();
        line(
                out,
                "production",
                Formats.quantity(one.potential().peakPowerKWp(), 1, "kWc"),
                Formats.quantity(yearly.value(), 0, "kWh/an"),
                Formats.number(yearly.low(), 0),
                Formats.quantity(yearly.high(), 0, "kWh/an"));
        line(
                out,
                "hourly",
                Formats.quantity(one.potential().specificYieldKWhPerKWp(), 0, "kWh/kWc/an"),
                Texts.current()
                        .text("cadastre.method." + one.potential().method().code()),
                Formats.number(one.production().performanceRatio(), 2),
                Formats.quantity(one.production().clippedKWh(), 0, "kWh/an"));
        line(
                out,
                "consumption.line",
                Texts.current().locale().getLanguage().equals("en")
                        ? one.profile().en()
                        : one.profile().fr(),
                Formats.quantity(one.use().consumptionKWh(), 0, "kWh/an"),
                one.guessed() ? Texts.current().text("cli.economics.guessed") : "");
        line(
                out,
                "rates",
                Formats.percent(one.use().selfConsumptionRate(), 0),
                Formats.percent(one.use().selfProductionRate(), 0));
        Economics money = one.economics();
        line(
                out,
                "invest",
                Formats.quantity(money.investment().grossEur(), 0, "€"),
                Formats.number(money.investment().lowEur(), 0),
                Formats.quantity(money.investment().highEur(), 0, "€"),
                Formats.percent(money.investment().vat(), 1));
        line(
                out,
                "result",
                Texts.current().text("cli.economics.mode." + money.mode().code()),
                years(money.paybackYears()),
                Formats.quantity(money.netPresentValueEur(), 0, "€"),
                money.internalRate().isPresent()
                        ? Formats.percent(money.internalRate().getAsDouble(), 1)
                        : "—",
                Formats.quantity(money.levelisedCostEurPerKWh(), 3, "€/kWh"));
        String note = money.note();
        if (note != null) {
            line(out, "note", note);
        }
        months(out, one);
        years(out, money);
    }

    /** How many buildings count with what somebody has typed for them. */
    static void typed(PrintWriter out, long buildings) {
        if (buildings > 0) {
            line(out, "typed.count", buildings);
        }
    }

    /** What was typed for a building and counts. */
    static void typed(PrintWriter out, Map<String, String> typed) {
        if (!typed.isEmpty()) {
            line(
                    out,
                    "typed",
                    typed.entrySet().stream()
                            .map(e -> e.getKey() + " : " + e.getValue())
                            .collect(Collectors.joining(" ; ")));
        }
    }

    static void sizes(PrintWriter out, SizeScan scan, double selfUse) {
        TextTable table = new TextTable(
                List.of(
                        "kWc",
                        words("production.column"),
                        words("selfUse"),
                        words("investment"),
                        words("perWatt"),
                        words("value"),
                        words("payback")),
                List.of(true, true, true, true, true, true, true));
        for (SizeScan.Size size : scan.sizes()) {
            table.add(List.of(
                    Formats.number(size.kWp(), 1),
                    Formats.number(size.use().productionKWh(), 0),
                    Formats.percent(size.use().selfConsumptionRate(), 0),
                    euros(size.economics().investment().grossEur()),
                    Formats.number(size.economics().investment().grossEur() / size.kWp() / 1000, 2),
                    euros(size.economics().netPresentValueEur()),
                    years(size.economics().paybackYears())));
        }
        table.lines().forEach(out::println);
        if (!scan.priceLimitsKWp().isEmpty()) {
            line(out, "limits.price", powers(scan.priceLimitsKWp()));
        }
        if (!scan.termLimitsKWp().isEmpty()) {
            line(out, "limits.terms", powers(scan.termLimitsKWp()));
        }
        SizeScan.Size best = scan.best();
        line(
                out,
                best.economics().netPresentValueEur() > 0 ? "advised" : "advised.none",
                Formats.quantity(best.kWp(), 1, "kWc"),
                Formats.quantity(best.economics().netPresentValueEur(), 0, "€"),
                Formats.percent(best.use().selfConsumptionRate(), 0));
        line(
                out,
                scan.using(selfUse).isPresent() ? "using" : "using.none",
                Formats.percent(selfUse, 0),
                scan.using(selfUse)
                        .map(size -> Formats.quantity(size.kWp(), 1, "kWc"))
                        .orElse(""));
    }

    private static String powers(List<Double> limits) {
        return limits.stream().map(l -> Formats.number(l, 0)).collect(Collectors.joining(", "));
    }

    private static String years(OptionalDouble payback) {
        return payback.isPresent()
                ? Formats.quantity(payback.getAsDouble(), 1, Texts.current().text("cli.economics.years"))
                : Texts.current().text("cli.economics.never");
    }

    private static void months(PrintWriter out, BuildingEconomics one) {
        TextTable table = new TextTable(List.of(words("month"), words("production.column")), List.of(true, true));
        for (int m = 0; m < 12; m++) {
            table.add(List.of(
                    String.valueOf(m + 1), Formats.number(one.production().monthlyKWh()[m], 0)));
        }
        table.lines().forEach(out::println);
    }

    private static void years(PrintWriter out, Economics money) {
        TextTable table = new TextTable(
                List.of(
                        words("year"),
                        "kWh",
                        words("avoided"),
                        words("sales"),
                        words("premium"),
                        words("upkeep"),
                        words("tax"),
                        words("loan"),
                        words("net"),
                        words("sum")),
                List.of(true, true, true, true, true, true, true, true, true, true));
        List<Double> sums = CashFlow.cumulated(money.flows());
        table.add(List.of("0", "", "", "", "", "", "", "", euros(money.flows().getFirst()), euros(sums.getFirst())));
        for (Economics.Year year : money.years()) {
            table.add(List.of(
                    String.valueOf(year.year()),
                    euros(year.productionKWh()),
                    euros(year.avoidedEur()),
                    euros(year.salesEur()),
                    euros(year.premiumEur()),
                    euros(year.upkeepEur() + year.inverterEur()),
                    euros(year.taxEur()),
                    euros(year.loanEur()),
                    euros(year.netEur()),
                    euros(sums.get(year.year()))));
        }
        table.lines().forEach(out::println);
    }

    private static String euros(double value) {
        return Formats.number(value, 0);
    }

    static void hotWater(PrintWriter out, HotWaterEstimate estimate) {
        line(
                out,
                "water",
                Formats.number(estimate.users(), 0),
                Formats.quantity(estimate.areaM2(), 1, "m²"),
                Formats.quantity(estimate.tankL(), 0, "l"),
                Formats.quantity(estimate.demandKWh(), 0, "kWh/an"),
                Formats.quantity(estimate.solarKWh(), 0, "kWh/an"),
                Formats.percent(estimate.solarFraction(), 0));
    }

    private static void line(PrintWriter out, String key, Object... arguments) {
        out.println(Texts.current().text("cli.economics." + key, arguments));
    }

    private static String words(String key) {
        return Texts.current().text("cli.economics.column." + key);
    }
}
