package org.symbolon.command.token;

/**
 * The answer to the report of a lost token.
 *
 * @param serial of the token in its place
 * @param end until when that is good
 * @param disabled 0 if the lost token was disabled already
 */
public record LostTokenReplaced(String serial, String end, int disabled) {}
