package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.symbolon.events.shared.Secret;

/** Keys as texts (RFC 7468). */
final class PemText {

    private static final int LINE = 64;

    private PemText() {}

    static Secret of(PrivateKeyInfo key) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        try {
            return Secret.of("-----BEGIN PRIVATE KEY-----\n" + encoder.encodeToString(key.getEncoded())
                    + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException impossible) {
            throw new IllegalStateException("A key that was read has no encoding", impossible);
        }
    }
}
