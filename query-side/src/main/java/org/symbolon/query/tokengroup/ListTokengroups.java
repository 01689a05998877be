package org.symbolon.query.tokengroup;

/**
 * Which token groups are there?
 *
 * @param name the only one that is wanted, null for all
 */
public record ListTokengroups(String name) {}
