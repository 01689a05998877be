package org.symbolon.query.serviceid;

/**
 * A service id as it is listed.
 *
 * @param description null if its last change named none
 */
public record ServiceidView(int number, String name, String description) {}
