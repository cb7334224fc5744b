package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.render.MapPicture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Prints the map as it is seen, on one page, as large as it fits. */
final class MapPrint {
    /** Pixels of the picture for one of the screen: sharp on paper. */
    private static final double RATIO = 3;

    private MapPrint() {}

    /** Asks for a printer, then prints in the background; says so when there is none. On the FX thread. */
    static void ask(MainWindow window, MapPicture picture) {
        PrinterJob job = Printer.getDefaultPrinter() == null ? null : PrinterJob.createPrinterJob();
        if (job == null) {
            window.notices().tell(t("menu.print"), t("print.none"));
            return;
        }
        if (!job.showPrintDialog(window.stage())) {
            job.cancelJob();
            return;
        }
        Paper paper = job.getJobSettings().getPageLayout().getPaper();
        PageOrientation way =
                picture.view().width() > picture.view().height() ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
        PageLayout layout = job.getPrinter().createPageLayout(paper, way, Printer.MarginType.DEFAULT);
        job.getJobSettings().setPageLayout(layout);
        window.jobs()
                .submit(
                        t("job.print"),
                        progress -> {
                            ImageView page = page(picture, layout.getPrintableWidth(), layout.getPrintableHeight());
                            return job.printPage(layout, page) && job.endJob();
                        },
                        printed -> {
                            if (printed) {
                                window.statusText(t("print.done"));
                            } else {
                                window.notices().tell(t("menu.print"), t("print.failed"));
                            }
                        });
    }

    /** The picture as large as it fits; may be made on any thread. */
    static ImageView page(MapPicture picture, double width, double height) {
        BufferedImage drawn = new BufferedImage(
                (int) Math.round(picture.view().width() * RATIO),
                (int) Math.round(picture.view().height() * RATIO),
                BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = drawn.createGraphics();
        graphics.scale(RATIO, RATIO);
        picture.paint(graphics, () -> false);
        graphics.dispose();
        int[] argb = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        ImageView view = new ImageView(new WritableImage(new PixelBuffer<>(
                drawn.getWidth(), drawn.getHeight(), IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance())));
        view.setPreserveRatio(true);
        view.setFitWidth(width);
        view.setFitHeight(height);
        return view;
    }
}
