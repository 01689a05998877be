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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.tokentype.Credential;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a device has signed so that its owner may log in, and the checks of it: those of the standard by the library, and those that
 * eduMFA makes beside.
 *
 * @param challenge that was to be signed, as a challenge keeps it: hexadecimal digits, or a text that is signed as it stands
 * @param verifies whether the device must have found out who uses it
 */
public record Assertion(Credential sent, String challenge, boolean verifies) {

    private static final ObjectConverter CONVERTER = new ObjectConverter();

    /**
     * The key of a token.
     *
     * @param id as hexadecimal digits
     * @param publicKey in the form of COSE, as hexadecimal digits
     * @param relyingPartyId the domain that it is for
     * @param counter how often the device had signed
     */
    public record KnownKey(String id, String publicKey, String relyingPartyId, long counter) {

        private byte[] idBytes() {
            return HexFormat.of().parseHex(id);
        }
    }

    /** How often the device with this key has signed by now; empty unless it has signed this. */
    public OptionalLong signedBy(KnownKey key) {
        if (!names(key.idBytes())) {
            return OptionalLong.empty();
        }
        try {
            WebAuthnAuthenticationManager manager = new WebAuthnAuthenticationManager(List.of(), CONVERTER);
            AuthenticationData checked = manager.verify(request(key), parameters(key));
            return ExtensionRules.allow(checked.getAuthenticatorData()) && isBrowserAllowed()
                    ? OptionalLong.of(checked.getAuthenticatorData().getSignCount())
                    : OptionalLong.empty();
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException wrong) {
            return OptionalLong.empty();
        }
    }

    /** What a browser says that was to be signed. */
    public static Optional<byte[]> challenge(Map<String, String> fields) {
        try {
            return Encoding.json(AnswerField.CLIENT_DATA.in(fields).orElse(""))
                    .map(json -> CONVERTER.getJsonMapper().readTree(json).path("challenge"))
                    .filter(JsonNode::isString)
                    .flatMap(text -> Encoding.bytes(text.stringValue()));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private boolean names(byte[] id) {
        return AnswerField.CREDENTIAL
                .bytes(sent.fields())
                .filter(named -> Arrays.equals(named, id))
                .isPresent();
    }

    private boolean isBrowserAllowed() {
        String said = sent.field(WebauthnDescription.ASSERTION_EXTENSIONS).orElse("");
        return ExtensionRules.ofBrowser(said, CONVERTER).isPresent();
    }

    private AuthenticationRequest request(KnownKey key) {
        return new AuthenticationRequest(
                key.idBytes(),
                AnswerField.AUTHENTICATOR_DATA.required(sent.fields()),
                AnswerField.CLIENT_DATA.required(sent.fields()),
                AnswerField.SIGNATURE.required(sent.fields()));
    }

    private AuthenticationParameters parameters(KnownKey key) {
        String origin = sent.field(WebauthnDescription.ORIGIN).orElseThrow(IllegalArgumentException::new);
        ServerProperty server = ServerProperty.builder()
                .origin(Origin.create(origin))
                .rpId(key.relyingPartyId())
                .challenge(new DefaultChallenge(Encoding.signed(challenge)))
                .build();
        return new AuthenticationParameters(server, known(key), List.of(key.idBytes()), verifies, true);
    }

    private static CredentialRecord known(KnownKey known) {
        COSEKey key = CONVERTER
                .getCborMapper()
                .readValue(HexFormat.of().parseHex(known.publicKey()), COSEKeyEnvelope.class)
                .getCOSEKey();
        AttestedCredentialData data = new AttestedCredentialData(AAGUID.ZERO, known.idBytes(), key);
        return new CredentialRecordImpl(null, null, null, null, known.counter(), data, null, null, null, null);
    }
}
