package org.symbolon.command.tokentype.webauthn;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.webauthn.Assertion.KnownKey;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a WebAuthn token beside the id of its credential, which is its secret. Nobody may write any of it.
 *
 * @param counter how often the device has signed, 0 if it does not count
 * @param publicKey the key in the form of COSE, as hexadecimal digits; empty before the device has made it
 * @param relyingPartyId the domain that the key is for
 * @param model the AAGUID of the device, as 32 hexadecimal digits
 * @param certificate what the certificate says by which the device has proved its make
 */
record WebauthnState(
        long counter, String publicKey, String relyingPartyId, String model, Optional<Certificate> certificate) {

    private static final String PUBLIC_KEY = "pubKey";
    private static final String ORIGIN = "origin";
    private static final String LEVEL = "attestation_level";
    private static final String MODEL = "aaguid";
    private static final String ISSUER = "attestation_issuer";
    private static final String SUBJECT = "attestation_subject";
    private static final String SERIAL = "attestation_serial";
    private static final String RELYING_PARTY_ID = "relying_party_id";
    private static final String RELYING_PARTY_NAME = "relying_party_name";
    private static final String RESIDENT = "resident_key";
    private static final String BACKUP_ELIGIBLE = "backup-eligible";
    private static final String BACKED_UP = "backed-up";

    static final List<StateEntry> ENTRIES = List.of(
            locked(PUBLIC_KEY),
            locked(ORIGIN),
            locked(LEVEL),
            locked(MODEL),
            locked(ISSUER),
            locked(SUBJECT),
            locked(SERIAL),
            locked(RELYING_PARTY_ID),
            locked(RELYING_PARTY_NAME),
            locked(RESIDENT),
            locked(BACKUP_ELIGIBLE),
            locked(BACKED_UP));

    /** What a certificate says, as it is shown. */
    record Certificate(String issuer, String subject, String serial) {

        static Certificate of(X509Certificate certificate) {
            return new Certificate(
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getSerialNumber().toString());
        }
    }

    /** The key, whose id is the secret of the token. */
    KnownKey key(Secret id) {
        return new KnownKey(id.reveal(), publicKey, relyingPartyId, counter);
    }

    private static StateEntry locked(String name) {
        return StateEntry.text(name).locked();
    }

    static WebauthnState of(TypeState state) {
        return new WebauthnState(
                state.count(),
                state.text(PUBLIC_KEY).orElse(""),
                state.text(RELYING_PARTY_ID).orElse(""),
                state.text(MODEL).orElse(""),
                certificate(state));
    }

    private static Optional<Certificate> certificate(TypeState state) {
        return state.text(SUBJECT)
                .map(subject -> new Certificate(
                        state.text(ISSUER).orElse(""),
                        subject,
                        state.text(SERIAL).orElse("")));
    }

    /** That of a token whose device has just made its key; what a former certificate said is gone. */
    static TypeState enrolled(NewCredential credential, RelyingParty party, String origin, String level) {
        Map<String, Object> entries = new TreeMap<>();
        Optional<Certificate> certificate = credential.certificate().map(Certificate::of);
        entries.put(PUBLIC_KEY, credential.publicKey());
        entries.put(ORIGIN, origin);
        entries.put(LEVEL, level);
        entries.put(MODEL, credential.model());
        entries.put(ISSUER, certificate.map(Certificate::issuer).orElse(null));
        entries.put(SUBJECT, certificate.map(Certificate::subject).orElse(null));
        entries.put(SERIAL, certificate.map(Certificate::serial).orElse(null));
        entries.put(RELYING_PARTY_ID, party.id());
        entries.put(RELYING_PARTY_NAME, party.name());
        entries.put(RESIDENT, credential.resident() ? "yes" : "not enough info");
        entries.put(BACKUP_ELIGIBLE, credential.backupEligible() ? "yes" : "no");
        entries.put(BACKED_UP, credential.backedUp() ? "yes" : "no");
        return TypeState.of(credential.counter(), entries);
    }
}
