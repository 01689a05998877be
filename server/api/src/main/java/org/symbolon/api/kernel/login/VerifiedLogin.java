package org.symbolon.api.kernel.login;

import org.symbolon.events.shared.Caller;

/**
 * What a log-in token that is one says.
 *
 * @param nonce what tells it from all others
 * @param expires in seconds since 1970
 */
public record VerifiedLogin(Caller caller, String nonce, long expires) {}
