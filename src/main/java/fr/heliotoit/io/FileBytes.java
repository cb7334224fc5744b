package fr.heliotoit.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Random access to a file through a window, since records that follow each other are read one by one. For one thread. */
final class FileBytes implements AutoCloseable {
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    FileBytes(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** Up to {@code length} bytes, fewer at the end of the file; big-endian; not to be written to. */
    ByteBuffer read(long position, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, size - position));
        if (position < windowStart || position + there > windowStart + window.limit()) {
            fill(position, (int) Math.min(Math.max(there, WINDOW), Math.max(0, size - position)));
            there = Math.min(there, window.limit());
        }
        return window.slice((int) (position - windowStart), there);
    }

    private void fill(long position, int length) throws IOException {
        ByteBuffer bytes = window.capacity() >= length ? window.clear().limit(length) : ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            continue;
        }
        window = bytes.flip();
        windowStart = position;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written: a failing close of a file that was only read loses nothing.
        }
    }
}
