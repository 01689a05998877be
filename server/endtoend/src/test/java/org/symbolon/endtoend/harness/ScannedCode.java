package org.symbolon.endtoend.harness;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** What an authenticator app reads from a QR code. */
public record ScannedCode(String text) {

    private static final String HEAD = "data:image/png;base64,";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** A picture that was drawn and not taken: looking for a code in it, as in a photograph, fails for one in two hundred. */
    private static final Map<DecodeHintType, ?> DRAWN = Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE);

    private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");

    /** The code that an answer shows. */
    public static ScannedCode of(Answer answer) {
        return of((String) answer.detail().get("image"));
    }

    /** The code that is on this picture, a data URI. */
    public static ScannedCode of(String image) {
        try {
            byte[] png = Base64.getDecoder().decode(image.substring(HEAD.length()));
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return new ScannedCode(new QRCodeReader().decode(bitmap, DRAWN).getText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new AssertionError("This is no QR code", e);
        }
    }

    /** A device with the seed that it holds. */
    public Device device() {
        Matcher secret = SECRET.matcher(text);
        if (!secret.find()) {
            throw new AssertionError("There is no seed in it");
        }
        return new Device(hexadecimal(secret.group(1)));
    }

    private static String hexadecimal(String base32) {
        BigInteger bits = BigInteger.ZERO;
        for (int index = 0; index < base32.length(); index++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(base32.charAt(index))));
        }
        int bytes = base32.length() * 5 / 8;
        String digits = bits.shiftRight(base32.length() * 5 - bytes * 8).toString(16);
        return "0".repeat(bytes * 2 - digits.length()) + digits;
    }
}
