package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.command.smtpserver.port.UnsoundSignerException.Fault;
import org.symbolon.events.shared.Secret;

/** Certificates and keys in all forms in which they are handed out. */
class PemSignersTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final SoftSigner RSA = SoftSigner.of("RSA", 2048, FROM, TO);
    private static final SoftSigner CURVE = SoftSigner.of("EC", 256, FROM, TO);
    private static final String PASSPHRASE = "Pass+Phrase/ü";

    private final PemSigners signers = new PemSigners();

    private MailSigner read(String certificate, String key, String passphrase) {
        return signers.read(
                certificate, Secret.of(key), Optional.ofNullable(passphrase).map(Secret::of));
    }

    private Fault fault(String certificate, String key, String passphrase) {
        UnsoundSignerException unsound =
                catchThrowableOfType(UnsoundSignerException.class, () -> read(certificate, key, passphrase));
        assertThat(unsound).hasNoCause().hasMessageNotContaining(PASSPHRASE);
        return unsound.fault();
    }

    @Test
    void aKeyIsReadInEachOfItsFormsAndKeptInOne() {
        for (SoftSigner signer : new SoftSigner[] {RSA, CURVE}) {
            Secret kept = read(signer.certificatePem(), signer.keyPem(), null).privateKey();

            assertThat(kept.reveal()).startsWith("-----BEGIN PRIVATE KEY-----\n");
            assertThat(read(signer.certificatePem(), signer.oldKeyPem(), null).privateKey())
                    .isEqualTo(kept);
            assertThat(read(signer.certificatePem(), signer.keyPem(PASSPHRASE), PASSPHRASE)
                            .privateKey())
                    .isEqualTo(kept);
            assertThat(read(signer.certificatePem(), kept.reveal(), null).privateKey())
                    .isEqualTo(kept);
        }
        assertThat(read(RSA.certificatePem(), RSA.oldKeyPem(PASSPHRASE), PASSPHRASE))
                .isEqualTo(read(RSA.certificatePem(), RSA.keyPem(), null));
    }

    @Test
    void aWrongPassphraseAndNoneAreSaid() {
        for (String key : new String[] {RSA.keyPem(PASSPHRASE), RSA.oldKeyPem(PASSPHRASE)}) {
            assertThat(fault(RSA.certificatePem(), key, "wrong")).isIn(Fault.PASSPHRASE, Fault.NOT_ITS_KEY);
            assertThat(fault(RSA.certificatePem(), key, null)).isEqualTo(Fault.PASSPHRASE);
        }
        assertThat(fault(RSA.certificatePem(), RSA.keyPem(PASSPHRASE), "wrong")).isEqualTo(Fault.PASSPHRASE);
    }

    @Test
    void theKeyOfAnotherIsSaid() {
        SoftSigner other = SoftSigner.of("RSA", 2048, FROM, TO);

        assertThat(fault(RSA.certificatePem(), other.keyPem(), null)).isEqualTo(Fault.NOT_ITS_KEY);
        assertThat(fault(RSA.certificatePem(), CURVE.keyPem(), null)).isEqualTo(Fault.NOT_ITS_KEY);
    }

    @Test
    void nonsenseIsSaid() {
        assertThat(fault("nonsense", RSA.keyPem(), null)).isEqualTo(Fault.CERTIFICATE);
        assertThat(fault("", RSA.keyPem(), null)).isEqualTo(Fault.CERTIFICATE);
        assertThat(fault(RSA.certificatePem().replaceAll("M", "?"), RSA.keyPem(), null))
                .isEqualTo(Fault.CERTIFICATE);
        assertThat(fault(RSA.certificatePem(), "nonsense", null)).isEqualTo(Fault.KEY);
        assertThat(fault(RSA.certificatePem(), RSA.certificatePem(), null)).isEqualTo(Fault.KEY);
        assertThat(fault(RSA.certificatePem(), RSA.keyPem().substring(0, 200), null))
                .isEqualTo(Fault.KEY);
    }
}
