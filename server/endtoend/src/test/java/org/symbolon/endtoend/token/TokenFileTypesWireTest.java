package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.daplug.SoftDaplug;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Tokens of all types that a file can bring log in with what their devices show. */
@WireTest
class TokenFileTypesWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String BASE64 = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";
    private static final String AES_KEY = "0102030405060708090a0b0c0d0e0f10";
    private static final long YEAR = 365L * 86_400;

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private void load(String type, String file, int tokens) {
        Answer answer = admin.upload("/token/load/types", file, "type", type);
        assertValue(answer, "{'n_imported': " + tokens + ", 'n_not_imported': 0}");
    }

    private void assertLogsIn(String serial, String value) {
        assertThat(admin.check("serial", serial, value).isAccepted()).isTrue();
    }

    private void assertNotAgain(String serial, String value) {
        assertThat(admin.check("serial", serial, value).isAccepted()).isFalse();
    }

    private static String pskc(String serial, String algorithm, String secret, String parameters) {
        return ("<KeyPackage><DeviceInfo><SerialNo>%s</SerialNo></DeviceInfo><Key Id='1' Algorithm='%s'>"
                        + "<AlgorithmParameters>%s</AlgorithmParameters><Data><Secret><PlainValue>%s</PlainValue></Secret>"
                        + "</Data></Key></KeyPackage>")
                .formatted(serial, algorithm, parameters, secret);
    }

    private static String motp(String secret, String pin) {
        return DigestUtils.md5Hex(Instant.now().getEpochSecond() / 10 + secret + pin)
                .substring(0, 6);
    }

    @Test
    void thoseOfACsvFile() {
        load(
                "oathcsv",
                String.join(
                        "\n",
                        "TYPED1," + SEED + ",daplug",
                        "TYPED2," + SEED + ",daypassword,8," + YEAR,
                        "TYPED3,1234567890abcdef,motp,4711",
                        "TYPED4," + SEED + ",tan,111222 333444",
                        "TYPED5," + AES_KEY + ",yubikey",
                        "TYPED6,secret,pw"),
                6);

        assertLogsIn("TYPED1", SoftDaplug.typed(new Device(SEED).otp(0)));
        assertNotAgain("TYPED1", SoftDaplug.typed(new Device(SEED).otp(0)));
        assertLogsIn("TYPED2", new Device(SEED).otp(Instant.now().getEpochSecond() / YEAR, 8));
        assertLogsIn("TYPED3", motp("1234567890abcdef", "4711"));
        assertLogsIn("TYPED4", "333444");
        assertNotAgain("TYPED4", "333444");
        assertLogsIn("TYPED5", new SoftYubikey(AES_KEY, "ccccccbtuvvv", "0a0b0c0d0e0f").typed(1, 0));
        assertLogsIn("TYPED6", "secret");
    }

    @Test
    void thoseOfAPskcFile() {
        String oath = "<ResponseFormat Length='6'/>";
        load(
                "pskc",
                "<KeyContainer>"
                        + pskc("TYPED7", "urn:ietf:params:xml:ns:keyprov:pskc:daplug", BASE64, oath)
                        + pskc(
                                "TYPED8",
                                "urn:ietf:params:xml:ns:keyprov:pskc:ocra",
                                BASE64,
                                "<Suite>OCRA-1:HOTP-SHA1-6:QN08</Suite>")
                        + pskc(
                                        "TYPED9",
                                        "http://www.yubico.com/#yubikey-aes",
                                        Base64.getEncoder()
                                                .encodeToString(HexFormat.of().parseHex(AES_KEY)),
                                        "<ResponseFormat Length='44'/>")
                                .replace("Id='1'", "Id='4711:1'")
                        + "</KeyContainer>",
                3);

        assertLogsIn("TYPED7", SoftDaplug.typed(new Device(SEED).otp(0)));
        assertLogsIn("UBAM4711_1", new SoftYubikey(AES_KEY, "ccccccbvvvcd", "0a0b0c0d0e0f").typed(1, 0));
        assertThat(List.of(admin.get("/token/", "serial", "TYPED8")
                        .rows("tokens")
                        .get(0)
                        .get("info")
                        .toString()))
                .singleElement()
                .asString()
                .contains("ocrasuite=OCRA-1:HOTP-SHA1-6:QN08");
    }

    @Test
    void aTokenThatTheFileDoesNotSayEnoughOfIsNamed() {
        assertRefusal(
                admin.upload("/token/load/types", "TYPED10,1234567890abcdef,motp", "type", "oathcsv"),
                400,
                905,
                "ERR905: The token 'TYPED10': Missing parameter: 'motppin'");
    }
}
