package org.symbolon.events.token;

/** A machine that a token was attached to: the machine resolver that knows it, by name and number, and its id in there. */
public record AttachedMachine(String resolver, int resolverNumber, String machineId) {}
