package org.symbolon.command.effect;

/**
 * Hand out what is to be done, if it is due at all; one that is of no use any more is given up. Only who holds the lease
 * of the effect may send it, or it would be carried out twice.
 */
public record OpenEffect(String effectId) {}
