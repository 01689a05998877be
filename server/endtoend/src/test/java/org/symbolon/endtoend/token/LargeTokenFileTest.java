package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.tokenfile.pgp.VendorKey;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;

/** Files that are larger than a request may be otherwise, and files that are encrypted for the server. */
class LargeTokenFileTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String PADDING = ("#" + "x".repeat(1022) + "\n").repeat(6 << 10);
    private static final String TOO_LARGE = "ERR905: The request body is too large.";

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static VendorKey key;

    @BeforeAll
    static void start() throws IOException {
        key = VendorKey.make();
        key.writeTo(folder.resolve("keys"), "rw-------");
        server = InProcessServer.start(
                folder.resolve("data"),
                "--symbolon.token-file-size=8MB",
                "--symbolon.pgp-directory=" + folder.resolve("keys"));
        admin = server.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer load(ApiClient client, String file) {
        return client.upload("/token/load/large.csv", file, "type", "oathcsv");
    }

    private static void assertLogsIn(String serial) {
        assertThat(admin.check("serial", serial, new Device(SEED).otp(0)).isAccepted())
                .isTrue();
    }

    private static void assertNone(String serials) {
        assertThat(admin.get("/token/", "serial", serials).rows("tokens")).isEmpty();
    }

    @Test
    void aFileOfSixMebibytesIsRead() {
        assertValue(load(admin, PADDING + "LARGE1," + SEED), "{'n_imported': 1, 'n_not_imported': 0}");

        assertLogsIn("LARGE1");
    }

    @Test
    void oneThatIsRefusedLeavesNothing() {
        assertRefusal(
                load(admin, "NOLARGE1," + SEED + "\n" + PADDING + "NOLARGE2"),
                400,
                304,
                "ERR304: In line 6146 there are too few columns. No token was imported.");
        assertNone("NOLARGE*");
    }

    @Test
    void itHasABoundToo() {
        assertRefusal(load(admin, PADDING + PADDING + "NOLARGE3," + SEED), 400, 905, TOO_LARGE);
        assertNone("NOLARGE3");
    }

    @Test
    void nobodyElseMaySendSoMuch() {
        ApiClient user = admin.bearing(
                server.bean(LoginTokens.class).issue("somebody", "realm", LoginTokens.USER, "password", List.of()));

        assertThat(load(server.anonymous(), PADDING).status()).isEqualTo(401);
        assertThat(load(user, PADDING).status()).isEqualTo(401);
        assertRefusal(admin.upload("/policy/import/p", PADDING), 400, 905, TOO_LARGE);
    }

    @Test
    void ofTwoTokensWithOneSerialTheLaterCounts() {
        String other = "aabbccddeeff00112233445566778899aabbccdd";

        assertValue(
                load(admin, "TWICE1," + other + ",totp\nTWICE2," + SEED + "\nTWICE1," + SEED + ",hotp,6"),
                "{'n_imported': 2, 'n_not_imported': 0}");
        assertLogsIn("TWICE1");
    }

    @Test
    void aFileThatIsEncryptedForTheServerIsRead() {
        String message = new String(
                key.encrypt(("PGP1," + SEED).getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);

        assertValue(load(admin, message), "{'n_imported': 1, 'n_not_imported': 0}");
        assertLogsIn("PGP1");
        assertThat(admin.get("/system/gpgkeys").valueMap().values())
                .singleElement()
                .satisfies(listed -> assertThat(listed.toString())
                        .contains("fingerprint=", "-----BEGIN PGP PUBLIC KEY BLOCK-----")
                        .doesNotContain("PRIVATE"));
        assertRefusal(
                load(admin, message.replaceFirst("(?s)\n\n.{40}", "\n\n" + "A".repeat(40))),
                400,
                304,
                "ERR304: The PGP message is damaged, or none. No token was imported.");
    }
}
