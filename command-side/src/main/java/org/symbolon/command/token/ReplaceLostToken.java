package org.symbolon.command.token;

import org.symbolon.events.shared.Secret;

/**
 * Give the owner of a lost token a password in its place, and disable the lost token.
 *
 * @param days how long the password is good
 */
public record ReplaceLostToken(String serial, Secret password, int days) {}
