package org.symbolon.query.radiusserver;

/** A RADIUS server as it is listed, without its secret. */
public record RadiusServerView(
        String identifier,
        String server,
        int port,
        String dictionary,
        String description,
        int timeout,
        int retries,
        boolean authenticatorEnforced) {}
