package org.symbolon.api.kernel.wire;

import java.security.Provider;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds Amazon Corretto Crypto Provider, which signs in half the time that the JDK needs. It is looked up by name at
 * run time, for its jar exists for some platforms only and even there its native library may not load.
 */
final class NativeCrypto {

    private static final String NAME = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeCrypto() {}

    static Optional<Provider> provider() {
        try {
            return ServiceLoader.load(Provider.class).stream()
                    .filter(candidate -> candidate.type().getName().equals(NAME))
                    .map(ServiceLoader.Provider::get)
                    .findFirst();
        } catch (ServiceConfigurationError | LinkageError unusable) {
            return Optional.empty();
        }
    }
}
