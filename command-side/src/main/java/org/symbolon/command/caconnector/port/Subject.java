package org.symbolon.command.caconnector.port;

import java.util.Optional;

/**
 * Whom a certificate names.
 *
 * @param commonName the login of its owner
 * @param email where it is to be there
 * @param unit the realm, where it is to be there
 */
public record Subject(String commonName, Optional<String> email, Optional<String> unit) {

    /** Shows nobody. */
    @Override
    public String toString() {
        return "Subject";
    }
}
