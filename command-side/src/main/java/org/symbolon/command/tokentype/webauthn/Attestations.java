package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.verifier.attestation.statement.AttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidkey.NullAndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidsafetynet.AndroidSafetyNetAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidsafetynet.NullAndroidSafetyNetAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.NullAppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.NullPackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.NullTPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.NullFIDOU2FAttestationStatementVerifier;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;

/** How far a device has to prove its make. */
public enum Attestations {
    /** Not at all. */
    NONE,
    /** Not at all, but a proof that it gives must be sound. */
    GIVEN,
    /** By any proof, be it its own word. */
    UNTRUSTED,
    /** By the certificate of a maker that is trusted. */
    TRUSTED;

    private static List<AttestationStatementVerifier> looking() {
        return List.of(
                new NoneAttestationStatementVerifier(),
                new PackedAttestationStatementVerifier(),
                new FIDOU2FAttestationStatementVerifier(),
                new TPMAttestationStatementVerifier(),
                new AndroidKeyAttestationStatementVerifier(),
                new AndroidSafetyNetAttestationStatementVerifier(),
                new AppleAnonymousAttestationStatementVerifier());
    }

    private static List<AttestationStatementVerifier> lookingAway() {
        return List.of(
                new NoneAttestationStatementVerifier(),
                new NullPackedAttestationStatementVerifier(),
                new NullFIDOU2FAttestationStatementVerifier(),
                new NullTPMAttestationStatementVerifier(),
                new NullAndroidKeyAttestationStatementVerifier(),
                new NullAndroidSafetyNetAttestationStatementVerifier(),
                new NullAppleAnonymousAttestationStatementVerifier());
    }

    static Attestations named(String level) {
        return switch (level) {
            case "none" -> NONE;
            case "trusted" -> TRUSTED;
            default -> UNTRUSTED;
        };
    }

    /** What looks at the proofs. */
    List<AttestationStatementVerifier> verifiers() {
        return this == NONE ? lookingAway() : looking();
    }

    /** Whether a proof that is sound in itself is enough. */
    boolean accept(AttestationStatement proof, String model, Anchors anchors, Instant now) {
        return switch (this) {
            case NONE, GIVEN -> true;
            case UNTRUSTED -> isGiven(proof);
            case TRUSTED -> isFrom(anchors, proof, model, now);
        };
    }

    private static boolean isGiven(AttestationStatement proof) {
        return !(proof instanceof NoneAttestationStatement);
    }

    private static boolean isFrom(Anchors anchors, AttestationStatement proof, String model, Instant now) {
        if (!(proof instanceof CertificateBaseAttestationStatement certified)
                || certified.getX5c() == null
                || certified.getX5c().isEmpty()) {
            return false;
        }
        List<X509Certificate> chain = List.copyOf(certified.getX5c());
        List<X509Certificate> trusted = anchors.of(model, KeyIdentifier.of(chain.get(0)));
        return trusted.contains(chain.get(0)) || isIssued(chain, trusted, now);
    }

    private static boolean isIssued(List<X509Certificate> chain, List<X509Certificate> trusted, Instant now) {
        Set<TrustAnchor> roots =
                trusted.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        List<X509Certificate> below = chain.stream()
                .takeWhile(certificate -> !trusted.contains(certificate))
                .toList();
        if (roots.isEmpty()) {
            return false;
        }
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
            PKIXParameters rules = new PKIXParameters(roots);
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(path, rules);
            return true;
        } catch (GeneralSecurityException unknown) {
            return false;
        }
    }
}
