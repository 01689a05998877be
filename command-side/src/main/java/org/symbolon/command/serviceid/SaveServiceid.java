package org.symbolon.command.serviceid;

/**
 * Create a service id, or describe the one of that name anew.
 *
 * @param description null for none
 */
public record SaveServiceid(String name, String description) {}
