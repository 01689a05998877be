package org.symbolon.command.radiusserver;

import org.symbolon.events.shared.Secret;

/**
 * Define a RADIUS server, or change the one of that identifier. What is null keeps its value, or gets the default.
 *
 * @param identifier blanks in it become underscores
 * @param secret never null: it has no default, and who keeps it says so by sending it back censored
 */
public record SaveRadiusServer(
        String identifier,
        String server,
        Integer port,
        Secret secret,
        String dictionary,
        String description,
        Integer timeout,
        Integer retries,
        Boolean authenticatorEnforced) {}
