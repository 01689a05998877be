package org.symbolon.command.caconnector.port;

/** A token whose certificate an authority has not decided about. */
public record PendingRequest(String tokenSerial, String tokenType, String requestId) {}
