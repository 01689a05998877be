package org.symbolon.command.tokengroup;

/**
 * Create a token group, or describe the one of that name anew.
 *
 * @param description null for none
 */
public record SaveTokengroup(String name, String description) {}
