package org.symbolon.command.user;

import org.symbolon.events.user.UserKey;

/**
 * Give a user a custom attribute, or one that he has another value.
 *
 * @param type a free hint
 */
public record SetUserAttribute(UserKey user, String key, String value, String type) {}
