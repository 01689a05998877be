package org.symbolon.api.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final String KIND = "data:image/png;base64,";
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 200, 1000, 2900})
    void thePictureSaysTheText(int length) throws Exception {
        String text =
                "otpauth://totp/a?secret=".substring(0, Math.min(24, length)) + "x".repeat(Math.max(0, length - 24));

        BufferedImage picture = picture(text);

        assertThat(picture.getWidth()).isEqualTo(250);
        assertThat(picture.getHeight()).isEqualTo(250);
        assertThat(read(picture)).isEqualTo(text);
    }

    @Test
    void eachPointIsBlackOrWhiteAndTheMarginIsWhite() throws Exception {
        BufferedImage picture = picture("some text");
        int[] points = picture.getRGB(0, 0, 250, 250, null, 0, 250);

        assertThat(points).containsOnly(BLACK, WHITE);
        assertThat(picture.getRGB(0, 0)).isEqualTo(WHITE);
        assertThat(picture.getRGB(249, 249)).isEqualTo(WHITE);
    }

    @Test
    void whatIsTooLongForACodeIsNotShown() {
        assertThat(QrCode.dataUri("x".repeat(3000))).isEmpty();
    }

    private static BufferedImage picture(String text) throws Exception {
        String uri = QrCode.dataUri(text);
        assertThat(uri).startsWith(KIND);
        byte[] png = Base64.getDecoder().decode(uri.substring(KIND.length()));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] points = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, points);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
