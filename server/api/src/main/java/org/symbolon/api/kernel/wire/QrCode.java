package org.symbolon.api.kernel.wire;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Base64;
import java.util.Map;

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
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.of(matrix));
        } catch (WriterException e) {
            return "";
        }
    }
}
