package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.command.token.ExportedToken;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** What is written under a password is read again as it was, and says nothing without it. */
class PskcWriterTest {

    private static final String PASSWORD = "correct horse battery";
    private static final FileWorkFactor LITTLE = new FileWorkFactor(1000, 0);
    private static final PskcOptions OPENED = PskcOptions.of("", PASSWORD, "check_fail_hard");

    /** One in 256 wrong passwords opens a value to something by chance (the padding of CBC fits), and is known by the MAC alone. */
    private static final PskcOptions WRONG = PskcOptions.of("", "another password", "check_fail_hard");

    private static ExportedToken token(
            String serial, String type, String secret, int length, long count, Map<String, Object> entries) {
        return new ExportedToken(
                serial,
                type,
                "of <" + serial + "> & \u0001co",
                Secret.of(secret),
                length,
                TypeState.of(count, entries));
    }

    private static String written(ExportedToken... tokens) throws IOException {
        return written(LITTLE, tokens);
    }

    private static String written(FileWorkFactor workFactor, ExportedToken... tokens) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PskcWriter writer = new PskcWriter(bytes, Secret.of(PASSWORD), workFactor)) {
            for (ExportedToken token : tokens) {
                assertThat(PskcWriter.canSay(token)).isTrue();
                writer.write(token);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachTypeIsReadAsItWas() throws IOException {
        String file = written(
                token("E1", "hotp", SEED, 8, 7, Map.of("hashlib", "sha256")),
                token("E2", "totp", SEED, 6, 55, Map.of("hashlib", "sha1", "timeStep", 60L, "timeShift", "-4.5")),
                token("E3", "daypassword", SEED, 6, 0, Map.of("hashlib", "sha512", "timeStep", 86_400L)),
                token("E4", "yubikey", "00".repeat(16), 44, 513, Map.of()),
                token("E5", "ocra", SEED, 6, 3, Map.of("ocrasuite", "OCRA-1:HOTP-SHA1-6:C-QN08")),
                token("E6", "pw", "pässword", 8, 0, Map.of()));

        List<TokenRecord> read = told(TokenFileType.PSKC, file, OPENED).tokens();

        assertThat(read)
                .extracting(token -> token.serial() + " " + token.type() + " "
                        + token.key().reveal() + " " + token.counter() + " " + new TreeMap<>(token.parameters()))
                .containsExactly(
                        "E1 hotp " + SEED + " 7 {description=of <E1> & co, hashlib=sha256, otplen=8}",
                        "E2 totp " + SEED
                                + " 55 {description=of <E2> & co, hashlib=sha1, otplen=6, timeShift=-4.5, timeStep=60}",
                        "E3 daypassword " + SEED
                                + " 0 {description=of <E3> & co, hashlib=sha512, otplen=6, timeStep=86400}",
                        "E4 yubikey " + "00".repeat(16) + " 513 {description=of <E4> & co, otplen=44}",
                        "E5 ocra " + SEED
                                + " 3 {description=of <E5> & co, ocrasuite=OCRA-1:HOTP-SHA1-6:C-QN08, otplen=6}",
                        "E6 pw pässword 0 {description=of <E6> & co, otplen=8}");
    }

    @Test
    void withoutThePasswordItSaysNothing() throws IOException {
        String file = written(token("E1", "hotp", SEED, 6, 0, Map.of("hashlib", "sha1")));

        assertThat(file).doesNotContain(SEED, "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=", "PlainValue>" + SEED);
        assertRefused(TokenFileType.PSKC, file, 304, "The keys are encrypted with a password, which is missing.");
        assertThatThrownBy(() -> told(TokenFileType.PSKC, file, WRONG))
                .isInstanceOf(ApiException.class)
                .hasMessageMatching("ERR304: In (MACMethod|key package 1) .* No token was imported\\.");
    }

    @Test
    void itSaysHowOftenAGuessHasToBeHashed() throws IOException {
        ExportedToken token = token("E1", "hotp", SEED, 6, 0, Map.of("hashlib", "sha1"));

        String file = written(FileWorkFactor.PRESET, token);

        assertThat(file).contains("<IterationCount>1300000</IterationCount>");
        assertThat(told(TokenFileType.PSKC, file, OPENED).tokens()).hasSize(1);
    }

    @Test
    void aValueThatWasChangedIsNoticed() throws IOException {
        String file = written(token("E1", "hotp", SEED, 6, 0, Map.of("hashlib", "sha1")));
        int start = file.lastIndexOf("<xenc:CipherValue>") + 18;
        String changed = file.substring(0, start) + (file.charAt(start) == 'A' ? 'B' : 'A') + file.substring(start + 1);

        assertRefused(
                TokenFileType.PSKC,
                changed,
                OPENED,
                304,
                "In key package 1 the MAC is missing or does not fit. No token was imported.");
    }

    @Test
    void whatAFileCannotSayStaysHere() throws IOException {
        for (String type : List.of("webauthn", "tan", "motp", "certificate", "spass", "question")) {
            assertThat(PskcWriter.canSay(token("E1", type, "", 6, 0, Map.of()))).isFalse();
        }
        assertThat(PskcWriter.canSay(token("E1", "ocra", SEED, 6, 0, Map.of("ocra.pin", "sealed"))))
                .isFalse();
        assertThat(told(TokenFileType.PSKC, written(), OPENED).tokens()).isEmpty();
    }
}
