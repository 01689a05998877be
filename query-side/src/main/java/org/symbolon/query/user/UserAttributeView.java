package org.symbolon.query.user;

/** A custom attribute of a user. */
public record UserAttributeView(int number, String resolver, String userId, String key, String value, String type) {}
