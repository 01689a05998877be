package org.symbolon.query.smsgateway;

/**
 * Which SMS gateways are defined?
 *
 * @param number the only one that is wanted, null for all
 */
public record ListSmsGateways(Integer number) {}
