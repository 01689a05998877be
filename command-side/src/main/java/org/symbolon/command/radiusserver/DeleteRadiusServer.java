package org.symbolon.command.radiusserver;

/** Delete the definition of a RADIUS server. */
public record DeleteRadiusServer(String identifier) {}
