package org.symbolon.command.user;

import org.symbolon.events.user.UserKey;

/** Take all custom attributes from a user. */
public record DeleteUserAttributes(UserKey user) {}
