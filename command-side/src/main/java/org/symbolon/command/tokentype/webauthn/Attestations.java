package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.data.attestation.statement.FIDOU2FAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.verifier.attestation.statement.AttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidkey.NullAndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidsafetynet.NullAndroidSafetyNetAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.NullAppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.NullPackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.NullTPMAttestationStatementVerifier;
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
import java.util.stream.Stream;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;

/** How far a device has to prove its make. Only two kinds of proof are looked at; any other counts as none. */
enum Attestations {
    /** Not at all. */
    NONE,
    /** By any proof, be it its own word. */
    UNTRUSTED,
    /** By the certificate of a maker that is trusted. */
    TRUSTED;

    private static final List<AttestationStatementVerifier> UNLOOKED = List.of(
            new NoneAttestationStatementVerifier(),
            new NullTPMAttestationStatementVerifier(),
            new NullAndroidKeyAttestationStatementVerifier(),
            new NullAndroidSafetyNetAttestationStatementVerifier(),
            new NullAppleAnonymousAttestationStatementVerifier());

    static Attestations named(String level) {
        return switch (level) {
            case "none" -> NONE;
            case "trusted" -> TRUSTED;
            default -> UNTRUSTED;
        };
    }

    /** What looks at the proofs. */
    List<AttestationStatementVerifier> verifiers() {
        List<AttestationStatementVerifier> looking = this == NONE
                ? List.of(new NullPackedAttestationStatementVerifier(), new NullFIDOU2FAttestationStatementVerifier())
                : List.of(new PackedAttestationStatementVerifier(), new FIDOU2FAttestationStatementVerifier());
        return Stream.concat(looking.stream(), UNLOOKED.stream()).toList();
    }

    /** Whether a proof that is sound in itself is enough. */
    boolean accept(AttestationStatement proof, Anchors anchors, Instant now) {
        return switch (this) {
            case NONE -> true;
            case UNTRUSTED -> isLookedAt(proof);
            case TRUSTED -> isLookedAt(proof) && isFrom(anchors, proof, now);
        };
    }

    private static boolean isLookedAt(AttestationStatement proof) {
        return proof instanceof PackedAttestationStatement || proof instanceof FIDOU2FAttestationStatement;
    }

    private static boolean isFrom(Anchors anchors, AttestationStatement proof, Instant now) {
        if (!(proof instanceof CertificateBaseAttestationStatement certified)
                || certified.getX5c() == null
                || certified.getX5c().isEmpty()) {
            return false;
        }
        List<X509Certificate> chain = List.copyOf(certified.getX5c());
        return anchors.certificates().contains(chain.get(0)) || isIssued(chain, anchors, now);
    }

    private static boolean isIssued(List<X509Certificate> chain, Anchors anchors, Instant now) {
        Set<TrustAnchor> roots = anchors.certificates().stream()
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        List<X509Certificate> below = chain.stream()
                .takeWhile(certificate -> !anchors.certificates().contains(certificate))
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
