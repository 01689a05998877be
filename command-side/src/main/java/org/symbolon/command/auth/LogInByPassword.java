package org.symbolon.command.auth;

import org.symbolon.events.auth.LoginLimits;

/**
 * Decide about a log-in by the password of the user's store, where it is limited how often he may come.
 *
 * @param limits how often, and who he is
 * @param right whether the password was right
 */
public record LogInByPassword(LoginLimits limits, boolean right) {}
