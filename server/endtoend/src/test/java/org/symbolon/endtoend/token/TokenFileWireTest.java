package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What becomes of files with tokens, and what they leave behind when they are refused. */
@WireTest
class TokenFileWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String COUNTS = "{'n_imported': %d, 'n_not_imported': %d}";
    private static final String PSKC =
            """
            <KeyContainer><KeyPackage><DeviceInfo><Manufacturer>Demo</Manufacturer><SerialNo>%s</SerialNo></DeviceInfo>
             <Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp"><AlgorithmParameters>
              <ResponseFormat Length="6"/></AlgorithmParameters><Data><Secret>%s</Secret></Data></Key>
            </KeyPackage></KeyContainer>
            """;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "filed", folder, 4);
        admin = tenant.admin();
    }

    private Answer load(String type, String file, String... more) {
        return admin.upload("/token/load/devices.csv", file, ApiClient.joined(more, "type", type));
    }

    private static void assertCounts(Answer answer, int imported, int notImported) {
        assertValue(answer, COUNTS.formatted(imported, notImported));
    }

    private static String listed(String serial, String differing) {
        String device =
                "{'description': 'imported', 'info': {'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'hardware'}}"
                        .formatted(ListedToken.MICROSECONDS);
        return ExpectedJson.overlaid(ListedToken.of(serial, device), differing);
    }

    private void assertNone(String serials) {
        assertThat(admin.get("/token/", "serial", serials).rows("tokens")).isEmpty();
    }

    private Object auditOf(String action, String column) {
        return admin.get("/audit/", "action", action, "page_size", "1", "sortorder", "desc")
                .rows("auditdata")
                .get(0)
                .get(column);
    }

    @Test
    void theTokensOfACsvFileAreDevices() {
        assertCounts(
                load(
                        "oathcsv",
                        "FILE1, " + SEED + ", hotp, 6\nFILE2, aabbccddeeff00112233445566778899aabbccdd, totp, 6, 30\n"),
                2,
                0);

        assertJson(tenant.listed("FILE1"), listed("FILE1", "{}"));
        assertJson(
                tenant.listed("FILE2"),
                listed(
                        "FILE2",
                        """
                        {'tokentype': 'totp', 'info': {'created_at': '~%s', 'hashlib': 'sha1', 'timeShift': '0',
                         'timeStep': '30', 'timeWindow': '180', 'tokenkind': 'hardware'}}
                        """
                                .formatted(ListedToken.MICROSECONDS)));
        assertThat(admin.check("serial", "FILE1", new Device(SEED).otp(0)).isAccepted())
                .isTrue();
        assertThat(auditOf("POST /token/load/<filename>", "info")).isEqualTo("imported 2 tokens from file devices.csv");
        assertThat(auditOf("POST /token/load/<filename>", "success")).isEqualTo(1);
    }

    @Test
    void theNameOfTheFileMayBeAParameter() {
        Answer answer = admin.upload("/token/load", "FILE3," + SEED, "type", "OATH CSV", "filename", "other.csv");

        assertCounts(answer, 1, 0);
        assertThat(auditOf("POST /token/load", "info")).isEqualTo("imported 1 tokens from file other.csv");
        assertRefusal(
                admin.upload("/token/load", "FILE3," + SEED, "type", "OATH CSV"),
                400,
                905,
                "ERR905: Missing parameter: 'filename'");
    }

    @Test
    void aCounterIsWhereTheDeviceIs() {
        assertCounts(load("oathcsv", "FILE4," + SEED + ",hotp,6,4"), 1, 0);

        assertThat(admin.check("serial", "FILE4", new Device(SEED).otp(3)).isAccepted())
                .isFalse();
        assertThat(admin.check("serial", "FILE4", new Device(SEED).otp(4)).isAccepted())
                .isTrue();
    }

    @Test
    void tokensGoToRealmsAndUsers() {
        assertCounts(
                load(
                        "oathcsv",
                        "# version: 2\nuser1, filed, filed, FILE5, " + SEED + "\n,,filed,FILE6," + SEED + "\n,,,FILE7,"
                                + SEED,
                        "tokenrealms",
                        "FILED"),
                3,
                0);

        assertJson(
                tenant.listed("FILE5"),
                listed(
                        "FILE5",
                        """
                        {'realms': ['filed'], 'resolver': 'filed', 'user_id': '1001', 'username': 'user1',
                         'user_realm': 'filed', 'user_editable': false}
                        """));
        assertJson(tenant.listed("FILE6"), listed("FILE6", "{'realms': ['filed']}"));
        assertJson(tenant.listed("FILE7"), listed("FILE7", "{'realms': ['filed']}"));
    }

    @Test
    void aTokenThatIsThereIsEnrolledAnew() {
        tenant.enrol("FILE8", "user2", "type", "hotp", "genkey", "1", "pin", "1234");

        assertValue(
                load("oathcsv", "FILE8," + SEED + ",hotp,8"),
                COUNTS.formatted(1, 0),
                "{'new': 0, 'changed': 1, 'unchanged': 0}");
        assertThat(tenant.check("user2", "1234" + new Device(SEED).otp(0, 8), "serial", "FILE8")
                        .isAccepted())
                .isTrue();
    }

    @Test
    void ofTypesThatDoNotExistNoneIsKept() {
        assertCounts(
                load(
                        "oathcsv",
                        "FILE9," + SEED + "\nFILE10,aa,vasco\nFILE11,aa,vasco\nFILE12,aa,vasco\nFILE13,aa,0badcafe"),
                1,
                4);

        assertThat(admin.get("/token/", "serial", "FILE1*").rows("tokens"))
                .extracting(token -> token.get("serial"))
                .doesNotContain("FILE10", "FILE11", "FILE12", "FILE13");
        assertThat(auditOf("POST /token/load/<filename>", "info"))
                .isEqualTo("imported 1 tokens from file devices.csv, not imported: 1 of an unknown type, 3"
                        + " of type vasco");
    }

    @Test
    void keysOfOtherFormatsAreReadToo() {
        String plain = "<PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue>";
        assertCounts(load("pskc", PSKC.formatted("FILE14", plain)), 1, 0);
        assertCounts(load("Yubikey CSV", "700124,,0," + SEED + ",,2024-02-01T10:01:00,"), 1, 0);
        assertCounts(
                load(
                        "aladdin-xml",
                        "<Tokens><Token serial='FILE15'><Applications><Application><Seed>" + SEED
                                + "</Seed><MovingFactor>1</MovingFactor></Application></Applications></Token></Tokens>"),
                1,
                0);

        assertJson(tenant.listed("FILE14"), listed("FILE14", "{'description': 'Demo'}"));
        assertThat(admin.check("serial", "UBOM700124_X", new Device(SEED).otp(0))
                        .isAccepted())
                .isTrue();
        assertThat(admin.check("serial", "FILE15", new Device(SEED).otp(1)).isAccepted())
                .isTrue();
    }

    @Test
    void aKeyWithoutAValidMacIsLeftOutWhereThatIsWanted() {
        String sealed =
                """
                <EncryptedValue><EncryptionMethod Algorithm="#aes128-cbc"/><CipherData>
                 <CipherValue>ICEiIyQlJicoKSorLC0uL0lWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH</CipherValue>
                </CipherData></EncryptedValue>
                """;
        String[] key = {"psk", "00112233445566778899aabbccddeeff"};
        String file = PSKC.formatted("FILE16", sealed);

        assertCounts(load("pskc", file, ApiClient.joined(key, "pskcValidateMAC", "check_fail_soft")), 0, 1);
        assertThat(auditOf("POST /token/load/<filename>", "info"))
                .isEqualTo("imported 0 tokens from file devices.csv, not imported: 1 without a valid MAC");
        assertRefusal(
                load("pskc", file, key),
                400,
                304,
                "ERR304: In key package 1 the MAC is missing or does not fit. No token was imported.");
        assertNone("FILE16");
        assertCounts(load("pskc", file, ApiClient.joined(key, "pskcValidateMAC", "no_check")), 1, 0);
        assertThat(admin.check("serial", "FILE16", new Device(SEED).otp(0)).isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            nosuch  | x                               | 301 | Unknown file type: >>nosuch<<. We only know the types: >>aladdin-xml, oathcsv, OATH CSV, yubikeycsv, Yubikey CSV, pskc<<
            oathcsv | ``                              | 905 | Error loading token file. File empty!
            pskc    | <a/>                            | 304 | No KeyContainer found in PSKC data. Could not import any tokens.
            oathcsv | NONE1,aa;NONE2                  | 304 | In line 2 there are too few columns. No token was imported.
            oathcsv | NONE1,aa;NO NE,aa               | 905 | The token 'NO NE': Invalid serial number. Must comply to ^[0-9a-zA-Z\\-_]+$.
            oathcsv | NONE1,aa;NONE2,aa,hotp,99       | 905 | The token 'NONE2': Parameter 'otplen' must be a number from 4 to 10
            oathcsv | NONE1,aa;TAKEN,aa               | 301 | The token 'TAKEN': initToken failed: token 'TAKEN' already exist with type 'spass'. Can not initialize token with new type 'hotp'
            oathcsv | #version:2;,,,NONE1,aa;nobody,,filed,NONE2,aa | 904 | In line 3 the user can not be found in any resolver in this realm!
            oathcsv | #version:2;user1,nowhere,filed,NONE1,aa | 904 | The resolver 'nowhere' does not exist!
            """)
    void aFileThatIsRefusedLeavesNothing(String type, String file, int code, String text) {
        admin.post("/token/init", "type", "spass", "serial", "TAKEN");

        assertRefusal(load(type, file.replace(";", "\n")), 400, code, "ERR" + code + ": " + text);
        assertNone("NO*");
    }

    @Test
    void realmsMustExist() {
        assertRefusal(
                load("oathcsv", "NONE1,aa", "tokenrealms", "filed,nowhere"),
                404,
                601,
                "Realm 'nowhere' does not exist.");
        assertRefusal(
                load("oathcsv", "#version:2\n,,nowhere,NONE1,aa"), 404, 601, "In line 2 the realm does not exist.");
        assertNone("NONE*");
    }

    @Test
    void aSharedKeyHasSixteenBytes() {
        assertRefusal(
                load("pskc", "<KeyContainer/>", "psk", "00"),
                400,
                301,
                "ERR301: The Pre Shared Key must be 128 Bit hex encoded. It must be 32 characters long!");
    }

    @Test
    void theFileAndItsFormatMustBeThere() {
        Answer answer = admin.post("/token/load/devices.csv", "type", "oathcsv", "file", "S1,aa");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("text/html");
        assertRefusal(admin.upload("/token/load/devices.csv", "S1,aa"), 400, 905, "ERR905: Missing parameter: 'type'");
    }
}
