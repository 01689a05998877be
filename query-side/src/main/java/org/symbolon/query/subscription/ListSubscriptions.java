package org.symbolon.query.subscription;

/**
 * Which subscriptions are there?
 *
 * @param application the only one whose subscription is wanted, null for all
 */
public record ListSubscriptions(String application) {}
