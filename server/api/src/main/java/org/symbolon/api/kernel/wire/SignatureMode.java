package org.symbolon.api.kernel.wire;

import java.util.Locale;

/** Which answers are signed, the value of {@code symbolon.response-signature}. */
public enum SignatureMode {
    /** All, as eduMFA does. */
    ALWAYS {
        @Override
        boolean signs(String nonce) {
            return true;
        }
    },
    /** Those to requests that sent a nonce: nobody else can make much of a signature. */
    NONCE {
        @Override
        boolean signs(String nonce) {
            return !nonce.isEmpty();
        }
    },
    /** None; then no nonce is echoed either. */
    OFF {
        @Override
        boolean signs(String nonce) {
            return false;
        }
    };

    abstract boolean signs(String nonce);

    public static SignatureMode of(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "symbolon.response-signature must be always, nonce or off, not " + text, unknown);
        }
    }
}
