package org.symbolon.command.auth;

import java.time.Instant;

/**
 * Revoke the log-in with this nonce.
 *
 * @param expires when it ends by itself
 */
public record RevokeLogin(String nonce, Instant expires) {}
