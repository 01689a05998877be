package org.symbolon.api.tokenfile.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.symbolon.api.kernel.spool.Spool;
import org.symbolon.api.kernel.spool.StoredBytes;

/** Files that are encrypted for the server: what opens them, and what is never let in. */
class PgpMessageTest {

    private static final byte[] FILE =
            "S1,3132333435363738393031323334353637383930\n".getBytes(StandardCharsets.US_ASCII);
    private static final String DAMAGED = "ERR304: The PGP message is damaged, or none. No token was imported.";

    private static VendorKey key;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        key = VendorKey.make();
    }

    private PgpMessage messages() {
        return new PgpMessage(new PgpKeys(folder), DataSize.ofMegabytes(1));
    }

    private String fault(byte[] message) {
        Throwable refused =
                catchThrowable(() -> messages().open(StoredBytes.of(message)).close());
        assertThat(refused).hasNoCause();
        return refused.getMessage();
    }

    private static byte[] armoured(byte[] message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
            armour.write(message);
        }
        return bytes.toByteArray();
    }

    @Test
    void theKeyThatItIsForOpensIt() throws IOException {
        key.writeTo(folder, "rw-------");
        VendorKey.make().writeTo(folder.resolve("other"), "rw-------");

        try (Spool clear = messages().open(StoredBytes.of(key.encrypt(FILE)))) {
            assertThat(clear.all()).isEqualTo(FILE);
        }
        assertThat(new PgpKeys(folder).publicHalves()).singleElement().satisfies(half -> {
            assertThat(half.id()).isEqualTo(key.id());
            assertThat(half.fingerprint()).hasSize(40).endsWith(key.id());
            assertThat(half.armour())
                    .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
                    .doesNotContain("PRIVATE");
        });
    }

    @Test
    void withoutAKeyThereIsNothingToOpenItWith() throws IOException {
        String none =
                "ERR304: The file is encrypted with PGP, and this server has no PGP keys. Decrypt it before it is uploaded.";

        assertThat(fault(key.encrypt(FILE))).isEqualTo(none);
        Files.writeString(folder.resolve("README"), "keys lie here");
        assertThat(fault(key.encrypt(FILE))).isEqualTo(none);
        VendorKey.make().writeTo(folder, "rw-------");
        assertThat(fault(key.encrypt(FILE)))
                .isEqualTo("ERR304: The file is encrypted with PGP for other keys than this server's. No token was"
                        + " imported.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aKeyThatOthersCanReadOrWriteIsNone(String permissions) throws IOException {
        key.writeTo(folder, permissions);

        assertThat(new PgpKeys(folder).publicHalves()).isEmpty();
    }

    @Test
    void aKeyWithAPassphraseIsNone() throws IOException {
        VendorKey.make("secret").writeTo(folder, "rw-------");

        assertThat(new PgpKeys(folder).publicHalves()).isEmpty();
    }

    @Test
    void whatNothingProtectsAgainstChangesIsNotRead() throws IOException {
        key.writeTo(folder, "rw-------");

        assertThat(fault(key.encrypt(FILE, false)))
                .isEqualTo(
                        "ERR304: The PGP message is not protected against changes. Encrypt it with a program that does"
                                + " so.");
    }

    @Test
    void whatWasChangedIsNotRead() throws IOException {
        key.writeTo(folder, "rw-------");
        byte[] message = PGPUtil.getDecoderStream(new ByteArrayInputStream(key.encrypt(FILE)))
                .readAllBytes();

        for (int back = 1; back < 60; back += 2) {
            byte[] changed = message.clone();
            changed[message.length - back] ^= 1;
            assertThat(fault(armoured(changed))).startsWith("ERR304: The ").endsWith("No token was imported.");
        }
        assertThat(fault("-----BEGIN PGP MESSAGE-----\n\nhQE=\n-----END PGP MESSAGE-----\n"
                        .getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(DAMAGED);
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        key.writeTo(folder, "rw-------");
        byte[] message = key.encrypt(new byte[50 << 20]);

        assertThat(message).hasSizeLessThan(1 << 20);
        assertThat(fault(message))
                .isEqualTo("ERR304: What the PGP message holds is larger than 1 MiB. No token was imported.");
    }
}
