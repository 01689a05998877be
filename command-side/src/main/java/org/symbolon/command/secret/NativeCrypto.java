package org.symbolon.command.secret;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds Amazon Corretto Crypto Provider, which works with RSA in a fraction of the time that the JDK needs. It is looked up by name at
 * run time, for its jar exists for some platforms only and even there its native library may not load: the JDK does then what it would
 * do.
 */
public final class NativeCrypto {

    private static final String NAME = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Optional<Provider> PROVIDER = find();

    private NativeCrypto() {}

    public static Optional<Provider> provider() {
        return PROVIDER;
    }

    private static Optional<Provider> find() {
        try {
            return ServiceLoader.load(Provider.class).stream()
                    .filter(candidate -> candidate.type().getName().equals(NAME))
                    .map(ServiceLoader.Provider::get)
                    .findFirst();
        } catch (ServiceConfigurationError | LinkageError unusable) {
            return Optional.empty();
        }
    }

    /** As {@link Signature#getInstance(String)}. */
    public static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        return isOffered("Signature", algorithm)
                ? Signature.getInstance(algorithm, PROVIDER.get())
                : Signature.getInstance(algorithm);
    }

    /** As {@link KeyPairGenerator#getInstance(String)}. */
    public static KeyPairGenerator keyPairs(String algorithm) throws NoSuchAlgorithmException {
        return isOffered("KeyPairGenerator", algorithm)
                ? KeyPairGenerator.getInstance(algorithm, PROVIDER.get())
                : KeyPairGenerator.getInstance(algorithm);
    }

    private static boolean isOffered(String kind, String algorithm) {
        return PROVIDER.map(found -> found.getService(kind, algorithm)).isPresent();
    }
}
