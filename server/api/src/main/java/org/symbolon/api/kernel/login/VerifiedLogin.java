package org.symbolon.api.kernel.login;

import org.symbolon.events.shared.Caller;

/**
 * What a log-in token that is one says.
 *
 * @param nonce what tells it from all others
 * @param expires in seconds since 1970
 * @param passwordMark by which the password of a local administrator is known again that counted when he logged in; empty for users,
 *     API keys, and log-ins at eduMFA
 */
public record VerifiedLogin(Caller caller, String nonce, long expires, String passwordMark) {}
