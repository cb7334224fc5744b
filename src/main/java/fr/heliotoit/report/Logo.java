package fr.heliotoit.report;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/** A logo from a file that somebody gave: bounded in size, its scripts and links ignored. */
final class Logo {
    private static final long MOST_BYTES = 10_000_000;
    private static final int MOST_PIXELS = 40_000_000;
    /** Wide enough for a poster, small enough for a report. */
    private static final int LONGEST_SIDE = 1000;

    private Logo() {}

    static BufferedImage read(Path file) throws Failure {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw Failure.of("report.brand.logo", file);
            }
            byte[] bytes = Files.readAllBytes(file);
            BufferedImage image =
                    file.toString().toLowerCase(Locale.ROOT).endsWith(".svg") ? new Svg().image(bytes) : raster(bytes);
            if (image == null) {
                throw Failure.of("report.brand.logo", file);
            }
            return scaled(image);
        } catch (IOException | TranscoderException | RuntimeException e) {
            throw new Failure(Message.of("report.brand.logo", file), e);
        }
    }

    private static @Nullable BufferedImage raster(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage scaled = new BufferedImage(
                (int) Math.max(1, Math.round(image.getWidth() * scale)),
                (int) Math.max(1, Math.round(image.getHeight() * scale)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        graphics.dispose();
        return scaled;
    }

    /** Draws an SVG into memory; nothing outside it is loaded and no script runs. */
    private static final class Svg extends ImageTranscoder {
        private @Nullable BufferedImage image;

        @Nullable
        BufferedImage image(byte[] bytes) throws TranscoderException {
            addTranscodingHint(KEY_ALLOW_EXTERNAL_RESOURCES, false);
            addTranscodingHint(KEY_CONSTRAIN_SCRIPT_ORIGIN, true);
            addTranscodingHint(KEY_ALLOWED_SCRIPT_TYPES, "");
            addTranscodingHint(KEY_EXECUTE_ONLOAD, false);
            addTranscodingHint(KEY_MAX_WIDTH, (float) LONGEST_SIDE);
            addTranscodingHint(KEY_MAX_HEIGHT, (float) LONGEST_SIDE);
            addTranscodingHint(KEY_WIDTH, (float) LONGEST_SIDE);
            transcode(new TranscoderInput(new ByteArrayInputStream(bytes)), new TranscoderOutput());
            return image;
        }

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage written, TranscoderOutput output) {
            image = written;
        }
    }
}
