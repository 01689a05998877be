package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.radiusclient.port.RadiusLogin.Method;
import org.symbolon.events.shared.Secret;

class RequestPacketTest {

    private static final byte[] SECRET = "xyzzy5461".getBytes(StandardCharsets.UTF_8);

    /** RFC 2865, 7.1. */
    private static final String TELNET = "01 00 00 38 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a"
            + " 01 06 6e 65 6d 6f 02 12 0d be 70 8d 93 d4 13 ce 31 96 e4 3f 78 2a 0a ee"
            + " 04 06 c0 a8 01 10 05 06 00 00 00 03";

    /** RFC 2865, 7.2. */
    private static final String CHAP = "01 01 00 47 2a ee 86 f0 8d 0d 55 96 9c a5 97 8e 0d 33 67 a2"
            + " 01 08 66 6c 6f 70 73 79 03 13 16 e9 75 57 c3 16 18 58 95 f2 93 ff 63 44 07 72 75"
            + " 04 06 c0 a8 01 10 05 06 00 00 00 14 06 06 00 00 00 02 07 06 00 00 00 01";

    /** RFC 5997, 6.1. */
    private static final String STATUS = "0c da 00 26 8a 54 f4 68 6f b3 94 c5 28 66 e3 02 18 5d 06 23"
            + " 50 12 5a 66 5e 2e 1e 84 11 f3 e2 43 82 20 97 c8 4f a3";

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
    }

    private static RequestPacket packet(String hexadecimal) {
        return RequestPacket.of(bytes(hexadecimal)).orElseThrow();
    }

    @Test
    void thePasswordOfTheExampleIsRead() {
        RequestPacket packet = packet(TELNET);

        assertThat(packet.code()).isEqualTo(RequestPacket.ACCESS_REQUEST);
        assertThat(packet.method()).isEqualTo(Method.PAP);
        assertThat(packet.text(RequestPacket.USER_NAME)).contains("nemo");
        assertThat(packet.password(SECRET)).contains(Secret.of("arctangent"));
        assertThat(packet.isSignedWith(SECRET)).isFalse();
        assertThat(ToldAttributes.of(packet)).hasSize(2).containsEntry("NAS-IP-Address", "192.168.1.16");
        assertThat(ToldAttributes.of(packet)).containsEntry("NAS-Port", "3");
    }

    @Test
    void aDigestIsNoPassword() {
        RequestPacket packet = packet(CHAP);

        assertThat(packet.method()).isEqualTo(Method.CHAP);
        assertThat(packet.text(RequestPacket.USER_NAME)).contains("flopsy");
        assertThat(packet.password(SECRET)).isEmpty();
        assertThat(ToldAttributes.of(packet)).containsEntry("Service-Type", "2").containsEntry("Framed-Protocol", "1");
    }

    @Test
    void theSignatureOfTheExampleIsRight() {
        RequestPacket packet = packet(STATUS);

        assertThat(packet.code()).isEqualTo(RequestPacket.STATUS_SERVER);
        assertThat(packet.isSignedWith(SECRET)).isTrue();
        assertThat(packet.isSignedWith("other".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        byte[] altered = bytes(STATUS);
        altered[1]++;
        assertThat(RequestPacket.of(altered).orElseThrow().isSignedWith(SECRET)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "sixteen letters!", "seventeen letters", "p+n %41 ü€", "a\u0000b"})
    void whatIsTypedIsReadBack(String typed) {
        byte[] packet = SoftPacket.request("a secret").password(typed).bytes();

        assertThat(RequestPacket.of(packet).orElseThrow().password("a secret".getBytes(StandardCharsets.UTF_8)))
                .contains(Secret.of(typed));
    }

    @Test
    void whatOlderDevicesSendIsReadToo() {
        byte[] name = "Müller".getBytes(StandardCharsets.ISO_8859_1);
        RequestPacket packet =
                RequestPacket.of(SoftPacket.request("s").with(1, name).bytes()).orElseThrow();

        assertThat(packet.text(RequestPacket.USER_NAME)).contains("Müller");
    }

    @Test
    void whatFollowsThePacketIsPadding() {
        byte[] padded = Arrays.copyOf(bytes(STATUS), 60);

        assertThat(RequestPacket.of(padded).orElseThrow().isSignedWith(SECRET)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "too short, 01 00 00 14 00",
        "longer than it is, 01 00 00 38 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a",
        "shorter than a header, 01 00 00 13 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a",
        "half an attribute, 01 00 00 15 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a 01",
        "an attribute of no length, 01 00 00 16 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a 01 00",
        "an attribute beyond the end, 01 00 00 17 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a 01 04 41"
    })
    void whatIsNotWholeIsNone(String flaw, String hexadecimal) {
        assertThat(RequestPacket.of(bytes(hexadecimal))).as(flaw).isEmpty();
    }

    @Test
    void aSignatureThatComesTwiceOrIsOfAnotherLengthIsWrong() {
        byte[] secret = "s".getBytes(StandardCharsets.UTF_8);
        RequestPacket twice = RequestPacket.of(
                        SoftPacket.request("s").with(80, new byte[16]).bytes())
                .orElseThrow();
        RequestPacket cut = RequestPacket.of(
                        SoftPacket.unsigned("s").with(80, new byte[15]).bytes())
                .orElseThrow();

        assertThat(twice.isSignedWith(secret)).isFalse();
        assertThat(cut.isSignedWith(secret)).isFalse();
    }

    @Test
    void aPasswordThatIsNotHiddenAsItMustBeIsNone() {
        for (int length : new int[] {0, 1, 15, 17, 144}) {
            byte[] packet = SoftPacket.request("s").with(2, new byte[length]).bytes();
            assertThat(RequestPacket.of(packet).orElseThrow().password(new byte[] {'s'}))
                    .as("%d octets", length)
                    .isEmpty();
        }
    }

    @Test
    void otherWaysToProveWhoOneIsAreToldApart() {
        byte[] microsoft = {0, 0, 1, 0x37, 25, 3, 0};
        byte[] others = {0, 0, 0, 9, 25, 3, 0};

        assertThat(methodOf(SoftPacket.request("s").with(26, microsoft))).isEqualTo(Method.MS_CHAP);
        assertThat(methodOf(SoftPacket.request("s").with(26, others))).isEqualTo(Method.NONE);
        assertThat(methodOf(SoftPacket.request("s").with(79, "x").password("x")))
                .isEqualTo(Method.EAP);
    }

    private static Method methodOf(SoftPacket packet) {
        return RequestPacket.of(packet.bytes()).orElseThrow().method();
    }
}
