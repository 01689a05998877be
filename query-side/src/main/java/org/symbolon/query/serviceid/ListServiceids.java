package org.symbolon.query.serviceid;

/**
 * Which service ids are there?
 *
 * @param name the only one that is wanted, null for all
 */
public record ListServiceids(String name) {}
