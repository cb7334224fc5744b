package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a TIFF file. Every read is checked against the length of the file before memory is taken, so that a header that lies
 * costs nothing. Safe for several threads.
 */
final class TiffInput implements AutoCloseable {
    /** More than any tag value or compressed block of a sane file. */
    private static final long LONGEST_READ = 256L << 20;

    private static final byte[] NOTHING = {};

    final Path file;
    final ByteOrder order;
    /** BigTIFF: offsets of 8 bytes. */
    final boolean big;

    private final FileChannel channel;
    private final long size;

    private TiffInput(Path file, FileChannel channel, long size, ByteOrder order, boolean big) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.order = order;
        this.big = big;
    }

    static boolean isTiff(byte[] start) {
        boolean little = start[0] == 'I' && start[1] == 'I' && (start[2] == 42 || start[2] == 43) && start[3] == 0;
        boolean bigEndian = start[0] == 'M' && start[1] == 'M' && start[2] == 0 && (start[3] == 42 || start[3] == 43);
        return little || bigEndian;
    }

    static TiffInput open(Path file) throws Failure {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                ByteBuffer head = ByteBuffer.allocate(4);
                while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                    // until four bytes are there
                }
                if (head.hasRemaining() || !isTiff(head.array())) {
                    throw Failure.of("io.raster.format", RasterFiles.name(file));
                }
                ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
                boolean big = head.order(order).getShort(2) == 43;
                return new TiffInput(file, channel, channel.size(), order, big);
            } catch (IOException | Failure e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw RasterFiles.unreadable(file, e);
        }
    }

    /** @throws Failure when the bytes are not all in the file */
    ByteBuffer read(long offset, long length) throws Failure {
        return read(offset, length, NOTHING);
    }

    /** {@link #read(long, long)} into an array that was used before, when it is long enough. */
    ByteBuffer read(long offset, long length, byte[] used) throws Failure {
        if (offset < 0 || length < 0 || length > size - offset) {
            throw new Failure(Message.of("io.raster.truncated", name()));
        }
        if (length > LONGEST_READ) {
            throw Failure.of("io.tiff.absurd", name());
        }
        ByteBuffer buffer =
                used.length < length ? ByteBuffer.allocate((int) length) : ByteBuffer.wrap(used, 0, (int) length);
        buffer.order(order);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new Failure(Message.of("io.raster.truncated", name()));
                }
            }
        } catch (IOException e) {
            throw RasterFiles.unreadable(file, e);
        }
        return buffer.flip();
    }

    long size() {
        return size;
    }

    String name() {
        return RasterFiles.name(file);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Only read from: nothing is lost when closing fails.
            System.getLogger(TiffInput.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
