package org.symbolon.command.secret;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
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
    private static final String RSA = "RSA";
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

    /** A new pair of RSA keys of so many bits. */
    public static KeyPair rsaPair(int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = isOffered("KeyPairGenerator", RSA)
                    ? KeyPairGenerator.getInstance(RSA, PROVIDER.get())
                    : KeyPairGenerator.getInstance(RSA);
            generator.initialize(bits, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("There is no RSA", impossible);
        }
    }

    private static boolean isOffered(String kind, String algorithm) {
        return PROVIDER.map(found -> found.getService(kind, algorithm)).isPresent();
    }
}
