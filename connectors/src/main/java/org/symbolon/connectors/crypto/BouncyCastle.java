package org.symbolon.connectors.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Bouncy Castle's algorithms, for keys and ciphers that Java's own do not know. There is one of it, made when somebody asks for it: it
 * registers hundreds of classes, which no start should have to wait for.
 */
public final class BouncyCastle {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    public static Provider provider() {
        return PROVIDER;
    }
}
