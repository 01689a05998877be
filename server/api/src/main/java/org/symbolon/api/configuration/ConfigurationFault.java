package org.symbolon.api.configuration;

/** What is wrong with a file, and where. It never tells a secret. */
public final class ConfigurationFault extends RuntimeException {

    public ConfigurationFault(String message) {
        super(message, null, false, false);
    }
}
