package org.symbolon.command.user;

import org.symbolon.events.user.UserKey;

/** Take a custom attribute from a user. */
public record DeleteUserAttribute(UserKey user, String key) {}
