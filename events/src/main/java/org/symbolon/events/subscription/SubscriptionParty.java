package org.symbolon.events.subscription;

/** Who has, or who sold, a subscription. What is null was not said. */
public record SubscriptionParty(String name, String address, String email, String phone, String url) {}
