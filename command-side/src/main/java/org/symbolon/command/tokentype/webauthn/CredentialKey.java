package org.symbolon.command.tokentype.webauthn;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.Discoverable;

/** The key of a device as no two tokens may have it, of whichever type that keeps such keys. */
public final class CredentialKey {

    /** What kind of thing it is. */
    public static final String KIND = "webauthn";

    private CredentialKey() {}

    /** The one that an answer names. */
    public static Optional<Discoverable.Key> namedIn(Map<String, String> fields) {
        return AnswerField.CREDENTIAL.bytes(fields).map(id -> new Discoverable.Key(KIND, Encoding.hex(id)));
    }
}
