package org.symbolon.command.auth;

import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.secret.Secret;

/**
 * What was typed, in its two parts.
 *
 * @param fits whether it is long enough to hold an OTP value of the token
 */
record Split(boolean fits, Secret pin, Secret otp) {

    static Split ofPinAlone(Secret typed) {
        return new Split(true, typed, Secret.EMPTY);
    }

    static Split of(Secret typed, int otpLength, boolean pinFirst) {
        String text = typed.reveal();
        int cut = text.length() - otpLength;
        if (cut < 0) {
            return new Split(false, Secret.EMPTY, Secret.EMPTY);
        }
        return pinFirst
                ? new Split(true, Secret.of(text.substring(0, cut)), Secret.of(text.substring(cut)))
                : new Split(true, Secret.of(text.substring(otpLength)), Secret.of(text.substring(0, otpLength)));
    }

    Trial trial(Candidate candidate, boolean rightPin) {
        return new Trial(candidate.serial(), otp, fits, candidate.pinHash(), rightPin);
    }
}
