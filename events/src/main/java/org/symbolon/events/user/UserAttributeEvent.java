package org.symbolon.events.user;

/** What can happen to the custom attributes of a user. */
public sealed interface UserAttributeEvent permits UserAttributeSet, UserAttributeDeleted {

    UserKey user();

    /** The attribute's number, which it keeps until it is deleted. */
    int number();

    String key();
}
