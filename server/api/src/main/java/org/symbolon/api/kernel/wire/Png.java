package org.symbolon.api.kernel.wire;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes black and white pictures as PNG (ISO/IEC 15948), a bit for each point. The JDK's own writer is made for all that a picture can
 * be, and took as long as the code itself.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_OVERHEAD = 12;
    private static final int HEADER_BYTES = 13;

    private Png() {}

    static byte[] of(BitMatrix matrix) {
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(matrix.getWidth())
                .putInt(matrix.getHeight())
                .put((byte) 1)
                .array();
        byte[] points = deflated(rows(matrix));
        ByteBuffer png = ByteBuffer.allocate(SIGNATURE.length + header.length + points.length + 3 * CHUNK_OVERHEAD);
        png.put(SIGNATURE);
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", points);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    /** Each row behind a byte that says that it is not filtered. White is one, and the first point is the highest bit. */
    private static byte[] rows(BitMatrix matrix) {
        int bytes = (matrix.getWidth() + Byte.SIZE - 1) / Byte.SIZE;
        ByteBuffer rows = ByteBuffer.allocate(matrix.getHeight() * (bytes + 1));
        BitArray row = new BitArray(matrix.getWidth());
        for (int y = 0; y < matrix.getHeight(); y++) {
            row = matrix.getRow(y, row);
            int[] words = row.getBitArray();
            rows.put((byte) 0);
            for (int place = 0; place < bytes; place++) {
                int turned = ~Integer.reverse(words[place / Integer.BYTES]);
                rows.put((byte) (turned >>> (Integer.SIZE - Byte.SIZE - place % Integer.BYTES * Byte.SIZE)));
            }
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteBuffer compressed = ByteBuffer.allocate(plain.length + plain.length / 8 + 64);
            while (!deflater.finished()) {
                deflater.deflate(compressed);
            }
            byte[] bytes = new byte[compressed.position()];
            compressed.flip().get(bytes);
            return bytes;
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteBuffer png, String name, byte[] data) {
        png.putInt(data.length);
        int from = png.position();
        png.put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 check = new CRC32();
        check.update(png.duplicate().flip().position(from));
        png.putInt((int) check.getValue());
    }
}
