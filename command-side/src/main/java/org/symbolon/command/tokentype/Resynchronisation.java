package org.symbolon.command.tokentype;

import java.util.Map;

/**
 * Two values that were found one after the other.
 *
 * @param counter the token's counter from now on
 * @param learned what the token's info learns from it
 */
public record Resynchronisation(long counter, Map<String, String> learned) {}
