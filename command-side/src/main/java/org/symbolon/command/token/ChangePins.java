package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.events.shared.Secret;

/**
 * Change those PINs of a token that are not null.
 *
 * @param info entries of its info that go with it; one that is null is removed
 */
public record ChangePins(
        String serial, PinToKeep pin, Secret userPin, Secret securityOfficerPin, Map<String, String> info) {

    public ChangePins(String serial, PinToKeep pin, Secret userPin, Secret securityOfficerPin) {
        this(serial, pin, userPin, securityOfficerPin, Map.of());
    }
}
