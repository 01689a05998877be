package org.symbolon.command.tokentype.passkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.webauthn.Assertion.KnownKey;
import org.symbolon.command.tokentype.webauthn.Encoding;
import org.symbolon.command.tokentype.webauthn.NewCredential;
import org.symbolon.command.tokentype.webauthn.RelyingParty;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a passkey beside the id of its key, which is its secret, in base64url. Nobody may write any of it.
 *
 * @param publicKey in the form of COSE, in base64url; empty before the device has made it
 * @param relyingPartyId the domain that the key is for
 * @param counter how often the device has signed, 0 if it does not count
 */
record PasskeyState(String publicKey, String relyingPartyId, long counter) {

    private static final String RELYING_PARTY_ID = "relying_party_id";
    private static final String RELYING_PARTY_NAME = "relying_party_name";
    private static final String USER_ID = "fido2_user_id";
    private static final String DEVICE_TYPE = "device_type";
    private static final String BACKED_UP = "backed_up";
    private static final String PUBLIC_KEY = "public_key";
    private static final String MODEL = "aaguid";
    private static final String COUNTER = "sign_count";
    private static final String CREDENTIAL_HASH = "credential_id_hash";
    private static final String CERTIFICATE = "attestation_certificate";

    static final List<StateEntry> ENTRIES = List.of(
            StateEntry.text(RELYING_PARTY_ID).locked(),
            StateEntry.text(RELYING_PARTY_NAME).locked(),
            StateEntry.text(USER_ID).locked(),
            StateEntry.text(DEVICE_TYPE).locked(),
            StateEntry.flag(BACKED_UP).locked(),
            StateEntry.text(PUBLIC_KEY).locked(),
            StateEntry.text(MODEL).locked(),
            StateEntry.number(COUNTER).locked(),
            StateEntry.text(CREDENTIAL_HASH).locked(),
            StateEntry.text(CERTIFICATE).locked());

    static PasskeyState of(TypeState state) {
        return new PasskeyState(
                state.text(PUBLIC_KEY).orElse(""),
                state.text(RELYING_PARTY_ID).orElse(""),
                state.number(COUNTER).orElse(0L));
    }

    /** As whom devices know the owner. */
    /** What a machine without a network checks answers with; empty before the device has made a key. */
    static Optional<Map<String, String>> offlineKey(TokenView token) {
        PasskeyState state = of(token.state());
        if (state.publicKey().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> key = new TreeMap<>(Map.of(
                "pubKey", state.publicKey(), "credentialId", token.secret().reveal(), "rpId", state.relyingPartyId()));
        userId(token.state()).ifPresent(id -> key.put("userId", id));
        return Optional.of(key);
    }

    static Optional<String> userId(TypeState state) {
        return state.text(USER_ID);
    }

    /** The domain that the key is to be for, if its making was begun. */
    static Optional<RelyingParty> party(TypeState state) {
        return state.text(RELYING_PARTY_ID)
                .flatMap(id -> state.text(RELYING_PARTY_NAME).map(name -> new RelyingParty(id, name)));
    }

    /** That of a token whose device has not made its key yet. */
    static TypeState begun(RelyingParty party, String userId) {
        return TypeState.of(
                0L, Map.of(RELYING_PARTY_ID, party.id(), RELYING_PARTY_NAME, party.name(), USER_ID, userId));
    }

    /** That of a token whose device has just made its key; what a former certificate said is gone. */
    static TypeState enrolled(NewCredential credential, RelyingParty party) {
        Map<String, Object> entries = new TreeMap<>();
        entries.put(RELYING_PARTY_ID, party.id());
        entries.put(RELYING_PARTY_NAME, party.name());
        entries.put(DEVICE_TYPE, credential.backupEligible() ? "multi_device" : "single_device");
        entries.put(BACKED_UP, credential.backedUp());
        entries.put(PUBLIC_KEY, Encoding.ofHex(credential.publicKey()));
        entries.put(MODEL, uuid(credential.model()));
        entries.put(COUNTER, credential.counter());
        entries.put(CREDENTIAL_HASH, hash(credential.id()));
        entries.put(
                CERTIFICATE,
                credential.certificate().map(PasskeyState::inOneLine).orElse(null));
        return TypeState.of(0L, entries);
    }

    /** The device has signed so often by now. */
    static StateChange signed(long counter) {
        return StateChange.NONE.with(COUNTER, counter);
    }

    KnownKey key(Secret id) {
        return new KnownKey(hex(id.reveal()), hex(publicKey), relyingPartyId, counter);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text));
    }

    private static String uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)).toString();
    }

    private static String hash(String hexId) {
        try {
            byte[] id = HexFormat.of().parseHex(hexId);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String inOneLine(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----"
                    + Base64.getEncoder().encodeToString(certificate.getEncoded())
                    + "-----END CERTIFICATE-----";
        } catch (CertificateEncodingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
