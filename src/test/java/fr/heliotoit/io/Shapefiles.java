package fr.heliotoit.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small shapefiles, good and bad, for tests. */
final class Shapefiles {
    private final List<byte[]> records = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private int languageDriver;

    /** @param rings x, y, x, y … each */
    Shapefiles polygon(byte[] name, double[]... rings) {
        int points = 0;
        for (double[] ring : rings) {
            points += ring.length / 2;
        }
        ByteBuffer b = ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(5).position(36);
        b.putInt(rings.length).putInt(points);
        int start = 0;
        for (double[] ring : rings) {
            b.putInt(start);
            start += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double v : ring) {
                b.putDouble(v);
            }
        }
        return record(b.array(), name);
    }

    Shapefiles record(byte[] content, byte[] name) {
        records.add(content);
        rows.add(name);
        return this;
    }

    Shapefiles languageDriver(int code) {
        languageDriver = code;
        return this;
    }

    static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    /** Writes {@code .shp} and {@code .dbf} with one text column NOM of 12 bytes; no index. */
    Path write(Path folder, String stem) throws Exception {
        int size = 100;
        for (byte[] record : records) {
            size += 8 + record.length;
        }
        ByteBuffer shp = ByteBuffer.allocate(size);
        shp.putInt(0, 9994).putInt(24, size / 2);
        shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        shp.order(ByteOrder.BIG_ENDIAN).position(100);
        for (int i = 0; i < records.size(); i++) {
            shp.putInt(i + 1).putInt(records.get(i).length / 2).put(records.get(i));
        }
        Files.write(folder.resolve(stem + ".shp"), shp.array());
        ByteBuffer dbf = ByteBuffer.allocate(65 + 13 * rows.size()).order(ByteOrder.LITTLE_ENDIAN);
        dbf.put(0, (byte) 3).putInt(4, rows.size()).putShort(8, (short) 65).putShort(10, (short) 13);
        dbf.put(29, (byte) languageDriver);
        dbf.put(32, "NOM".getBytes(Charset.forName("US-ASCII")))
                .put(43, (byte) 'C')
                .put(48, (byte) 12)
                .put(64, (byte) 13);
        for (int i = 0; i < rows.size(); i++) {
            byte[] row = " ".repeat(13).getBytes(Charset.forName("US-ASCII"));
            System.arraycopy(rows.get(i), 0, row, 1, Math.min(12, rows.get(i).length));
            dbf.put(65 + 13 * i, row);
        }
        Files.write(folder.resolve(stem + ".dbf"), dbf.array());
        return folder.resolve(stem + ".shp");
    }
}
