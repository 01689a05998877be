package org.symbolon.command.apikey;

/** Let the key of a program count no more. */
public record RevokeApiKey(String keyId) {}
