package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Yubikeys over the wire: enrolled by hand and by file, asked about here and in the words of Yubico's own servers. */
@WireTest
class YubikeyWireTest {

    private static final String KEY = "0102030405060708090a0b0c0d0e0f10";
    private static final String NONCE = "askjdnkajsndjkasndkjsnad";

    private InProcessServer server;
    private ApiClient admin;
    private ApiClient anybody;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = server.admin();
        anybody = server.anonymous();
        admin.post(
                "/system/setConfig",
                "yubikey.apiid.4711",
                "AAECAwQFBgcICQoLDA0ODxAREhM=",
                "yubikey.apiid.4711.type",
                "password");
    }

    private Map<?, ?> listed(String serial) {
        return (Map<?, ?>) admin.get("/token/", "serial", serial).rows("tokens").get(0);
    }

    private SoftYubikey enrol(String serial, String publicId, String pin) {
        assertValue(
                admin.post(
                        "/token/init",
                        "type",
                        "yubikey",
                        "serial",
                        serial,
                        "otpkey",
                        KEY,
                        "otplen",
                        Integer.toString(publicId.length() + 32),
                        "pin",
                        pin),
                "true",
                "{'serial': '" + serial + "', 'otpkey': {'description': 'OTP seed', 'value': 'seed://" + KEY
                        + "', 'img': '~data:image/png;base64,.*'}}");
        return new SoftYubikey(KEY, publicId, "0a0b0c0d0e0f");
    }

    @Test
    void whatTheDeviceTypesLogsInOnceBehindThePin() {
        SoftYubikey device = enrol("UBAMWIRE1", "ccccccbcgujh", "1234");

        assertDecision(
                admin.check("serial", "UBAMWIRE1", "1234" + device.typed(5, 0)),
                "true",
                "ACCEPT",
                "{'message': 'matching 1 tokens', 'serial': 'UBAMWIRE1', 'type': 'yubikey', 'otplen': 44}");
        assertDecision(
                admin.check("serial", "UBAMWIRE1", "1234" + device.typed(5, 0)),
                "false",
                "REJECT",
                """
                {'message': 'wrong otp value. previous otp used again', 'serial': 'UBAMWIRE1', 'type': 'yubikey',
                 'otplen': 44}
                """);
        assertThat(admin.check("serial", "UBAMWIRE1", "1234" + device.typed(4, 9))
                        .isAccepted())
                .isFalse();
        assertThat(admin.check("serial", "UBAMWIRE1", "1234" + device.typed(5, 1))
                        .isAccepted())
                .isTrue();
        Map<?, ?> listed = listed("UBAMWIRE1");
        assertThat((Object) listed.get("count")).isEqualTo(5 * 256 + 2);
        assertThat(((Map<?, ?>) listed.get("info")).get("yubikey.tokenid")).isEqualTo((Object) "0a0b0c0d0e0f");
        assertThat(((Map<?, ?>) listed.get("info")).get("yubikey.prefix")).isEqualTo((Object) "ccccccbcgujh");
        assertThat(((Map<?, ?>) listed.get("info")).get("tokenkind")).isEqualTo((Object) "hardware");
    }

    @Test
    void aValueTellsWhichTokenItIsOf() {
        SoftYubikey device = new SoftYubikey("1f".repeat(16), "ccccccfinder", "010203040506");
        admin.post("/token/init", "type", "yubikey", "serial", "UBAMSOUGHT", "otpkey", device.key());

        Answer found = admin.get("/token/getserial/" + device.typed(1, 0), "type", "yubikey");
        assertThat(found.valueMap().get("serial")).isEqualTo("UBAMSOUGHT");
    }

    @Test
    void aKeyThatNoDeviceCanHaveIsRefused() {
        assertRefusal(
                admin.post("/token/init", "type", "yubikey", "otpkey", "0102"),
                400,
                905,
                "ERR905: Parameter 'otpkey' must have 32 hexadecimal digits");
        assertRefusal(admin.post("/token/init", "type", "yubikey"), 400, 905, "ERR905: Missing parameter: 'otpkey'");
    }

    @Test
    void devicesComeFromAFileOfYubico() {
        String line = "Yubico OTP,01/02/2024 10:00,1,ccccccfilern,010203040506," + KEY + ",,,0,0,0,0,0,0,0,0,0,0";

        assertThat(admin.upload("/token/load/keys.csv", line, "type", "yubikeycsv")
                        .valueMap()
                        .toString())
                .contains("n_imported=1");
        SoftYubikey device = new SoftYubikey(KEY, "ccccccfilern", "010203040506");
        String serial = "UBAM" + decimal("ccccccfilern") + "_1";
        assertThat(admin.check("serial", serial, device.typed(1, 0)).isAccepted())
                .isTrue();
        assertThat(admin.check("serial", serial, device.typed(1, 0)).isAccepted())
                .isFalse();
    }

    private static String decimal(String publicId) {
        StringBuilder digits = new StringBuilder();
        publicId.chars().forEach(letter -> digits.append(Character.forDigit("cbdefghijklnrtuv".indexOf(letter), 16)));
        return "%08d".formatted(new java.math.BigInteger(digits.toString(), 16));
    }

    private String status(String otp) {
        Answer answer = anybody.get("/ttype/yubikey", "id", "4711", "nonce", NONCE, "otp", otp);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("nonce=" + NONCE + "\notp=" + otp
                        + "\nstatus=[A-Z_]+\ntimestamp=[-0-9]{10}T[0-9:]{8}Z[0-9]{4}\nh=[A-Za-z0-9+/]{27}=\n");
        return answer.body().replaceFirst("(?s).*status=([A-Z_]+).*", "$1");
    }

    @Test
    void programsThatKnowYubicosServersAskHere() {
        SoftYubikey device = new SoftYubikey(KEY, "ccccccbcttvv", "0a0b0c0d0e0f");
        admin.post(
                "/token/init",
                "type",
                "yubikey",
                "serial",
                "UBAMTTYPE",
                "otpkey",
                KEY,
                "yubikey.prefix",
                "ccccccbcttvv",
                "pin",
                "9876");

        assertThat(status("9876" + device.typed(1, 0))).isEqualTo("OK");
        assertThat(status("9876" + device.typed(1, 0))).isEqualTo("BAD_OTP");
        assertThat(status(device.typed(1, 1))).isEqualTo("BAD_OTP");
        assertThat(status(new SoftYubikey(KEY, "ccccccnobody", "010203040506").typed(1, 0)))
                .isEqualTo("BAD_OTP");
        assertThat(admin.check("serial", "UBAMTTYPE", "9876" + device.typed(1, 0))
                        .isAccepted())
                .isFalse();
        assertThat((Object) listed("UBAMTTYPE").get("failcount")).isEqualTo(3);
    }

    /** The tables that trail the stream cannot move as long as somebody else holds their position. */
    @Test
    void aDeviceThatWasEnrolledAMomentAgoIsFound() throws SQLException {
        SoftYubikey device = new SoftYubikey(KEY, "cccccclltttt", "0a0b0c0d0e0f");
        CompletableFuture<String> told;
        try (Connection holding = server.pool().getConnection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select 1 from projection_position for update");
            admin.post(
                    "/token/init",
                    "type",
                    "yubikey",
                    "serial",
                    "UBAMNEW",
                    "otpkey",
                    KEY,
                    "yubikey.prefix",
                    device.publicId());
            told = CompletableFuture.supplyAsync(() -> status(device.typed(1, 0)));
            assertThat(told).failsWithin(Duration.ofMillis(300));
            holding.rollback();
        }
        assertThat(told).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("OK");
    }

    @Test
    void programsThatNobodyKnowsAreTold() {
        Answer unknown = anybody.get("/ttype/yubikey", "id", "1", "nonce", NONCE, "otp", "cc");

        assertThat(unknown.body()).contains("status=NO_SUCH_CLIENT\n").endsWith("h=\n");
        assertThat(anybody.post("/ttype/yubikey", "id", "4711").body()).contains("status=MISSING_PARAMETER\n");
        assertThat(anybody.get("/ttype/yubikey", "id", "4711", "nonce", NONCE, "otp", "cc", "h", "AAAA")
                        .body())
                .contains("status=BAD_SIGNATURE\n");
    }

    @Test
    void theSharedKeyIsShownToNobody() {
        assertThat(admin.get("/system/yubikey.apiid.4711").body()).doesNotContain("AAECAwQF");
        assertJson(admin.get("/system/yubikey.apiid.4711").value(), "'__CENSORED__'");
    }
}
