package org.symbolon.projections.token;

import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/**
 * What must be known of a token before its PIN can be looked at.
 *
 * @param pin how its PIN is kept
 * @param owner whom the token belongs to, null for nobody; its realm is null when that was deleted
 * @param finished whether nothing of its enrolment is left to do
 * @param awaited whether a log-in has enrolled it that is still to be answered
 * @param active whether it is in use
 */
public record CandidateRow(
        String serial,
        String type,
        int otpLength,
        Pin pin,
        TokenOwner owner,
        boolean finished,
        boolean awaited,
        boolean active) {}
