package org.symbolon.command.subscription;

/** Delete the subscription of an application, if it has one. */
public record DeleteSubscription(String application) {}
