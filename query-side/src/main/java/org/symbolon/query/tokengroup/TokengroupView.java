package org.symbolon.query.tokengroup;

/**
 * A token group as it is listed.
 *
 * @param description null if its last change named none
 */
public record TokengroupView(int number, String name, String description) {}
