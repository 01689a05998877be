package org.symbolon.query.history;

/**
 * What was a token with this serial like after the event of this number, counted as its history counts them? Of one that was not there then
 * nothing is answered.
 */
public record FindPastToken(String serial, long sequence) {}
