package org.symbolon.command.tokentype.certificate;

import java.util.Optional;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;

/**
 * What a certificate authority is to do for a token, before it is decided whether the token gets it. Whoever does it takes it back where
 * it comes to nothing.
 *
 * @param connector by which the authority is asked
 */
public record CertificateOrder(String connector, Work work) implements Inquiry<CertificateOrder.Outcome> {

    /** What is to be done. */
    public sealed interface Work {

        /** A certificate for a key that somebody has. */
        record Sign(CertificateRequest request) implements Work {}

        /**
         * A key, and a certificate for it.
         *
         * @param bits of an RSA key
         * @param pin under which the key is handed out
         */
        record Make(Subject subject, int bits, Optional<String> template, Secret pin) implements Work {}

        /**
         * Whether a request that was pending has been decided.
         *
         * @param key that the request is for, as PEM; empty where somebody has it
         * @param pin under which the key is handed out
         */
        record Ask(String requestId, Secret key, Secret pin) implements Work {}
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It has issued.
         *
         * @param certificate as PEM
         * @param key where it was made here
         */
        record Issued(String certificate, Optional<KeyFiles> key) implements Outcome {

            /** Shows by which number it is known, and nothing of whom it names. */
            @Override
            public String toString() {
                return "Issued[" + PemText.numberOf(certificate) + "]";
            }
        }

        /**
         * Somebody has to approve it.
         *
         * @param key where it was made here, as PEM
         */
        record Pending(String requestId, Optional<Secret> key) implements Outcome {}

        /** The authority has decided against it. */
        record Denied(int code, String message) implements Outcome {}

        /** It could not be asked. */
        record Failed(int code, String message) implements Outcome {}
    }

    /**
     * A key under a PIN.
     *
     * @param pkcs12 with its certificate and those above, as Base64 (RFC 7292)
     * @param pem the key alone (PKCS#8, RFC 7468)
     */
    public record KeyFiles(Secret pkcs12, Secret pem) {}

    @Override
    public Class<Outcome> answer() {
        return Outcome.class;
    }
}
