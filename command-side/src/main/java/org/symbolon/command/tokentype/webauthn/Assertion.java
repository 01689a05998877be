package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.jackson.deserializer.cbor.COSEKeyEnvelope;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.TokenView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a device has signed so that its owner may log in, and the checks of it: those of the standard by the library, and those that
 * eduMFA makes beside.
 *
 * @param challenge that was to be signed, as hexadecimal digits
 * @param verifies whether the device must have found out who uses it
 */
record Assertion(Credential sent, String challenge, boolean verifies) {

    private static final ObjectConverter CONVERTER = new ObjectConverter();

    /** How often the device of the token has signed by now; empty unless it has signed this. */
    OptionalLong signedBy(TokenView token, WebauthnState state) {
        byte[] id = HexFormat.of().parseHex(token.secret().reveal());
        if (!names(id) || !isOf(token.serial())) {
            return OptionalLong.empty();
        }
        try {
            WebAuthnAuthenticationManager manager = new WebAuthnAuthenticationManager(List.of(), CONVERTER);
            AuthenticationData checked = manager.verify(request(id), parameters(id, state));
            return ExtensionRules.allow(checked.getAuthenticatorData()) && isBrowserAllowed()
                    ? OptionalLong.of(checked.getAuthenticatorData().getSignCount())
                    : OptionalLong.empty();
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException wrong) {
            return OptionalLong.empty();
        }
    }

    /** What a browser says that was to be signed. */
    static Optional<byte[]> challenge(String clientData) {
        try {
            return Encoding.json(clientData)
                    .map(json -> CONVERTER.getJsonMapper().readTree(json).path("challenge"))
                    .filter(JsonNode::isString)
                    .flatMap(text -> Encoding.bytes(text.stringValue()));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private boolean names(byte[] id) {
        return bytes(WebauthnDescription.CREDENTIAL)
                .filter(named -> Arrays.equals(named, id))
                .isPresent();
    }

    /** The user whom the device knows is the token, as a text or encoded; some devices say none. */
    private boolean isOf(String serial) {
        String handle = sent.field(WebauthnDescription.USER_HANDLE).orElse("");
        return handle.isEmpty() || UserHandle.names(handle, serial);
    }

    private boolean isBrowserAllowed() {
        String said = sent.field(WebauthnDescription.ASSERTION_EXTENSIONS).orElse("");
        return ExtensionRules.ofBrowser(said, CONVERTER).isPresent();
    }

    private Optional<byte[]> bytes(String field) {
        return sent.field(field).flatMap(Encoding::bytes);
    }

    private byte[] required(String field) {
        return bytes(field).orElseThrow(() -> new IllegalArgumentException(field));
    }

    private AuthenticationRequest request(byte[] id) {
        return new AuthenticationRequest(
                id,
                required(WebauthnDescription.AUTHENTICATOR_DATA),
                required(WebauthnDescription.CLIENT_DATA),
                required(WebauthnDescription.SIGNATURE));
    }

    private AuthenticationParameters parameters(byte[] id, WebauthnState state) {
        String origin = sent.field(WebauthnDescription.ORIGIN).orElseThrow(IllegalArgumentException::new);
        ServerProperty server = ServerProperty.builder()
                .origin(Origin.create(origin))
                .rpId(state.relyingPartyId())
                .challenge(new DefaultChallenge(HexFormat.of().parseHex(challenge)))
                .build();
        return new AuthenticationParameters(server, known(id, state), List.of(id), verifies, true);
    }

    private static CredentialRecord known(byte[] id, WebauthnState state) {
        COSEKey key = CONVERTER
                .getCborMapper()
                .readValue(HexFormat.of().parseHex(state.publicKey()), COSEKeyEnvelope.class)
                .getCOSEKey();
        AttestedCredentialData data = new AttestedCredentialData(AAGUID.ZERO, id, key);
        return new CredentialRecordImpl(null, null, null, null, state.counter(), data, null, null, null, null);
    }
}
