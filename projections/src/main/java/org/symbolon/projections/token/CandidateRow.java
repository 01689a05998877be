package org.symbolon.projections.token;

import org.symbolon.events.shared.TokenOwner;

/**
 * What must be known of a token before its PIN can be looked at.
 *
 * @param pinHash hash of the PIN, or the sealed PIN; empty for the empty PIN
 * @param owner whom the token belongs to, null for nobody; its realm is null when that was deleted
 */
public record CandidateRow(String serial, String type, int otpLength, String pinHash, TokenOwner owner) {}
