package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.VerificationException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;
import tools.jackson.core.JacksonException;

/**
 * Looks at what a device says of a key that it has made: the checks of the standard by the library, and those that eduMFA makes
 * beside.
 *
 * @param challenge that was to be signed, as a challenge keeps it: hexadecimal digits, or a text that is signed as it stands
 * @param origin of the page on which that happened
 * @param verifies whether the device must have found out who uses it
 */
public record Registration(
        String challenge,
        String origin,
        String relyingPartyId,
        boolean verifies,
        Attestations level,
        Anchors anchors,
        Instant now) {

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final List<PublicKeyCredentialParameters> KEYS = KeyRules.ALGORITHMS.values().stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    /** The key; empty if it may not be believed. */
    public Optional<NewCredential> credential(String clientData, String attestation, String extensions) {
        Optional<byte[]> browser = Encoding.bytes(clientData);
        Optional<byte[]> device = Encoding.bytes(attestation);
        if (browser.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        try {
            RegistrationData checked =
                    manager().verify(new RegistrationRequest(device.get(), browser.get()), parameters());
            return ExtensionRules.ofBrowser(extensions, CONVERTER)
                    .filter(said -> isAllowed(checked.getAttestationObject()))
                    .map(said -> credential(checked.getAttestationObject(), said));
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private WebAuthnRegistrationManager manager() {
        return new WebAuthnRegistrationManager(
                level.verifiers(),
                new NullCertPathTrustworthinessVerifier(),
                new DefaultSelfAttestationTrustworthinessVerifier(),
                CONVERTER);
    }

    private RegistrationParameters parameters() {
        ServerProperty server = ServerProperty.builder()
                .origin(Origin.create(origin))
                .rpId(relyingPartyId)
                .challenge(new DefaultChallenge(Encoding.signed(challenge)))
                .build();
        return new RegistrationParameters(server, KEYS, verifies, true);
    }

    private boolean isAllowed(AttestationObject attestation) {
        AuthenticatorData<?> data = attestation.getAuthenticatorData();
        return ExtensionRules.allow(data)
                && KeyRules.allow(data.getAttestedCredentialData().getCOSEKey())
                && level.accept(attestation.getAttestationStatement(), model(data), anchors, now);
    }

    private static NewCredential credential(AttestationObject attestation, Map<String, Object> said) {
        AuthenticatorData<?> data = attestation.getAuthenticatorData();
        AttestedCredentialData key = data.getAttestedCredentialData();
        return new NewCredential(
                Encoding.hex(key.getCredentialId()),
                Encoding.hex(CONVERTER.getCborMapper().writeValueAsBytes(key.getCOSEKey())),
                data.getSignCount(),
                model(data),
                certificate(attestation),
                ExtensionRules.sayResident(said),
                data.isFlagBE(),
                data.isFlagBS());
    }

    private static String model(AuthenticatorData<?> data) {
        return data.getAttestedCredentialData().getAaguid().toString().replace("-", "");
    }

    private static Optional<X509Certificate> certificate(AttestationObject attestation) {
        return attestation.getAttestationStatement() instanceof CertificateBaseAttestationStatement certified
                        && certified.getX5c() != null
                        && !certified.getX5c().isEmpty()
                ? Optional.of(certified.getX5c().get(0))
                : Optional.empty();
    }
}
