package org.symbolon.query.radiusserver;

/** How is the RADIUS server with this identifier asked? */
public record FindRadiusServer(String identifier) {}
