package org.symbolon.api.kernel.wire;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws texts as QR codes (ISO/IEC 18004) for the answers of enrolments. */
public final class QrCode {

    private static final int PIXELS = 250;

    private QrCode() {}

    /** A PNG picture as a data URI; the empty text when the text is too long for a code. */
    public static String dataUri(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            PIXELS,
                            PIXELS,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4));
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(matrix));
        } catch (WriterException e) {
            return "";
        }
    }

    /**
     * The bits go straight into the picture's bytes, a row at a time: one by one they took two thirds of the time. There they stand the
     * other way round, and one that is set is white.
     */
    private static byte[] png(BitMatrix matrix) {
        BufferedImage image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int bytesOfRow = pixels.length / matrix.getHeight();
        BitArray row = new BitArray(matrix.getWidth());
        for (int y = 0; y < matrix.getHeight(); y++) {
            int[] words = matrix.getRow(y, row).getBitArray();
            for (int x = 0; x < bytesOfRow; x++) {
                int white = ~words[x / Integer.BYTES] >>> ((x % Integer.BYTES) * Byte.SIZE);
                pixels[y * bytesOfRow + x] = (byte) (Integer.reverse(white) >>> (Integer.SIZE - Byte.SIZE));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
