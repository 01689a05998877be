package org.symbolon.command.tokentype.pushed;

/**
 * How the address begins and ends that puts a token into the app of its type.
 *
 * @param beginning all that comes before the label
 * @param end parameters that only this app knows, each with the sign before it; perhaps empty
 */
public record AppAddress(String beginning, String end) {}
