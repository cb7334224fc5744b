package fr.heliotoit.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** A QR code (ISO/IEC 18004), black on white with its quiet zone. */
record QrCode(BitMatrix modules) {
    /** @throws Failure when the words are too long for a code */
    static QrCode of(String words) throws Failure {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            words,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    4)));
        } catch (WriterException e) {
            throw new Failure(Message.of("report.brand.site", words), e);
        }
    }

    void draw(Graphics2D g, double size) {
        KitVisuals.fill(g, Color.WHITE, 0, 0, size, size);
        g.setColor(Color.BLACK);
        double module = size / modules.getWidth();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); ) {
                int run = 0;
                while (x + run < modules.getWidth() && modules.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    g.fill(new Rectangle2D.Double(x * module, y * module, run * module, module * 1.001));
                }
                x += Math.max(1, run);
            }
        }
    }

    byte[] svg(String description) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M").append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        String box = modules.getWidth() + " " + modules.getHeight();
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                        + box
                        + "\" role=\"img\"><title>" + Words.escape(description)
                        + "</title><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\""
                        + path
                        + "\"/></svg>\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** As a picture of about so many pixels, every module of whole pixels. */
    byte[] png(int about) throws java.io.IOException {
        int size = Math.max(1, about / modules.getWidth()) * modules.getWidth();
        java.awt.image.BufferedImage image = KitVisuals.image(size, size, g -> {
            g.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_OFF);
            draw(g, size);
        });
        return KitVisuals.png(image);
    }
}
