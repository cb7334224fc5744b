package fr.heliotoit.app.validation;

import fr.heliotoit.solar.Place;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the page that compares the numeric core with other people's answers, from data that are not shipped. The page holds whatever
 * comes out.
 */
public final class Validation {
    private static final String STAGE = "solar.stage.validation";
    private static final Place LONDON = new Place(51.51, -0.12, 20);
    private static final String LONDON_2012 = "data/dsm/london-covent-garden/DataCoventGarden/Kc1_data2012001.txt";
    private static final String AMSTERDAM = "data/weather/epw/NLD_Amsterdam062400_IWEC.epw";

    private Validation() {}

    /**
     * @param shared folder with {@code data} and {@code reference}
     * @param out the Markdown page to write
     */
    public static void run(Path shared, Path out, Progress progress) throws Failure {
        if (!Files.isDirectory(shared.resolve("data")) || !Files.isDirectory(shared.resolve("reference"))) {
            throw Failure.of("solar.validation.shared", shared.toString());
        }
        Page page = new Page().heading(1, "Comparison with other people's answers");
        page.text(
                "Written by `heliotoit validate --shared ../shared --out src/site/markdown/validation.md`: do not edit. The figures are"
                        + " printed whatever they are. The data compared with are not part of the project; the shared folder's README files tell"
                        + " where they come from.");
        progress.at(STAGE, 0, 7);
        models(page, shared);
        yields(page, shared);
        NorthAnchors.write(page);
        progress.check();
        progress.at(STAGE, 1, 7);
        new GrassBeam(shared, 1).write(page);
        new HorizonMarches(shared).write(page);
        progress.check();
        progress.at(STAGE, 2, 7);
        pvgis(page, shared, progress);
        progress.check();
        progress.at(STAGE, 4, 7);
        goteborg(page, shared);
        progress.check();
        progress.at(STAGE, 5, 7);
        synthetic(page, shared);
        progress.check();
        progress.at(STAGE, 6, 7);
        new RoofTables(shared).write(page, out, progress);
        progress.at(STAGE, 7, 7);
        try {
            Files.writeString(out, page.toString().stripTrailing() + "\n");
        } catch (IOException e) {
            throw new Failure(Message.of("solar.validation.write", out.toString()), e);
        }
    }

    private static void models(Page page, Path shared) throws Failure {
        page.heading(2, "Solar models against pvlib");
        page.text(
                "pvlib-python (git 6382338a) on the same inputs. Its tables have nine digits, the transposition table seven: there the"
                        + " rounding of the zenith alone explains relative differences of 1e-6 · (1 + tan Z). PVWatts AC: the table rounds the"
                        + " inverter's rating to 1041.667 W. The diffuse reflection of Martin and Ruiz differs by up to 7e-6, because pvlib rounds"
                        + " 4/(3π) to 0.4244. ESRA's clear sky is not in pvlib; the test `EsraTest` holds it against GRASS r.sun.");
        new ModelTables(shared).write(page);
    }

    private static void yields(Page page, Path shared) throws Failure {
        page.heading(2, "Yield of modules against pvlib's chain");
        page.text(
                "Weather year of Amsterdam (IWEC), tilts 0, 15, 25, 35, 45, 60, 90° and azimuths 0, 45, 90, 135, 180, 225, 270°. pvlib-python"
                        + " (git 6382338a) with its functions in this order: `spa_python`, `get_total_irradiance` (`perez`,"
                        + " albedo 0.2), `martin_ruiz` and `martin_ruiz_diffuse` (0.16), `faiman` (25, 6.84), `pvwatts_dc` (-0.35 %%/K), losses 14 %%,"
                        + " `inverter.pvwatts` (0.96); once with the sun at the middle of the hour, as pvlib is commonly run, and once with it at the"
                        + " middles of 12 parts of the hour, the hour's energy shared among the parts in which the sun is up.");
        new PlaneYields(shared.resolve(AMSTERDAM)).write(page);
        page.text(
                "Why: with the same sun positions the chain is the same. Moving pvlib's own sun from the middle of the hour to 12 parts of it"
                        + " changes its yields by up to 0.61 %%, most for walls to the east and west, behind which the sun passes within an hour;"
                        + " the horizontal beam of this year does not tell which is nearer (global minus diffuse 391.9 kWh/m², middle of the hour"
                        + " 392.2, 12 parts 391.4). Roofs get the light of 12 positions per hour, because shade moves within an hour, and the"
                        + " heat, reflection and inverter of the middle of the hour. Walls carry no modules: planes above 60° are left out.");
        page.text(
                "The interval of a production is of 80 %% (passed downwards in one year of ten, upwards in another): each cause gets a"
                        + " relative standard deviation from the pack of uncertainties (weather year; for synthetic years the differences of the"
                        + " table below; the fitted planes' tilt error times the yield's change per degree; performance ratio 0.76 to 0.86 and"
                        + " usable share as rectangular laws), independent causes add as squares (JCGM 100:2008, 5.1.2 and 4.3.7). Most of those"
                        + " values are marked \"to be checked\" in the pack. It has not been held against measured productions.");
    }

    private static void pvgis(Page page, Path shared, Progress progress) throws Failure {
        page.heading(2, "PVGIS per raster cell");
        page.text(
                "PVGIS 5.2 (SARAH-2) was asked by the solar-wizard project for the yearly yield of 512 cells of a 3.5 m surface model of"
                        + " an English town (51.7° N), each with its slope, aspect and the horizon in 8 directions; upstream's own worst"
                        + " difference from PVGIS, with PVGIS's weather, is 4.42 %%. Here the weather is another one, so one common factor is"
                        + " fitted for all cells; what is left is geometry, sky and modules. `modules` adds reflection, cell temperature (U0"
                        + " 26.9, U1 6.2) and -0.4 %%/K to the irradiation. The last variant is what the product computes for roofs.");
        PvgisAnswers london = new PvgisAnswers(shared, shared.resolve(LONDON_2012), LONDON);
        page.heading(3, "512 cells, weather of London 2012 (global measured, direct and diffuse by Erbs)");
        london.town(page);
        progress.check();
        progress.at(STAGE, 3, 7);
        page.heading(3, "The same, weather of Amsterdam (IWEC)");
        new PvgisAnswers(shared, shared.resolve(AMSTERDAM), LONDON).town(page);
        page.text(
                "Why: the agreement is best when the horizon hides the sun but not the diffuse sky, so that is how PVGIS treats it. On these"
                        + " terms a few per cent are left, although the weather is not the same: the diffuse models differ (Muneer there, Perez"
                        + " here), and so does the years' share of diffuse light. With the sky hidden too, enclosed cells get far less than PVGIS"
                        + " says: that difference is meant. Ninety directions instead of eight move single cells by several per cent, because"
                        + " eight miss or widen obstacles.");
        page.heading(3, "Alnwick, 20 cells, weather of London 2012");
        london.alnwick(page);
        page.text(
                "Why: all 20 cells lie side by side within 1.6 m, in a surface model of 1 m resampled to 9 cm without interpolation. Their"
                        + " slopes are those of its steps: a 3 cm step (12° north, under a wall that hides the sun most of the year) and a 1 m"
                        + " step (82° north). Hardly any beam arrives, so only two diffuse models are compared, for a wall and for a nearly flat"
                        + " cell, with one factor between them; the figure says nothing about roofs.");
    }

    private static void goteborg(Page page, Path shared) throws Failure {
        page.heading(2, "Measured short-wave radiation in Göteborg");
        page.text(
                "Pyranometers between houses (Lindberg et al. 2008; Lindberg and Grimmond 2011). Input: direct, diffuse and global"
                        + " irradiance of the weather files beside the measurements, surface model of 1 or 2 m, tree crowns (transmissivity 0.03). The peer program's"
                        + " RMSE at Kronenhuset is 47.1 (even sky) and 51.0 W/m² (anisotropic sky). The clock of the weather file is found from the"
                        + " sun: where direct and diffuse add up to global.");
        new GoteborgPoints(shared).write(page);
        page.text(
                "Why: at Kronenhuset the hours of the measurements run one hour ahead of those of the weather file (summer time). Taken as"
                        + " labelled, the sunny hours 15 and 16 are met by 14 and 15, here as in the peer's report, which puts it down to the"
                        + " resolution of its shadows; with the clock put right the error falls to about a fifth. At GVC the labels agree; the error"
                        + " comes from hours in which the sun passes behind crowns and edges that a 2 m model does not hold (12 July, 11 h), and"
                        + " light from walls is overestimated there because most of what hides the sky is trees. The product adds no light from"
                        + " walls: roofs stand above them.");
    }

    private static void synthetic(Page page, Path shared) throws Failure {
        page.heading(2, "Synthetic years from twelve monthly sums");
        page.text(
                "Yearly irradiation of open planes under the hours made from a real year's monthly sums, against the real hours (Perez,"
                        + " albedo 0.2).");
        new SyntheticYears(shared).write(page);
        page.text(
                "Why: the monthly sums are kept, so a horizontal plane agrees; tilted ones inherit the error of the daily diffuse share"
                        + " (Erbs et al. 1982) and the even course of every day, which knows no foggy mornings.");
    }
}
