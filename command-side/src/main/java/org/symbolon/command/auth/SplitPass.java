package org.symbolon.command.auth;

import org.symbolon.events.shared.Secret;

/**
 * What was typed, in its two parts.
 *
 * @param fits whether it can hold what the token wants to see
 */
record SplitPass(boolean fits, Secret pin, Secret otp) {

    /** It can be no evidence of the token at all. */
    static final SplitPass NO_EVIDENCE = new SplitPass(false, Secret.EMPTY, Secret.EMPTY);

    /** All of it is the PIN. */
    static SplitPass ofPinAlone(Secret typed) {
        return new SplitPass(true, typed, Secret.EMPTY);
    }

    /** None of it is a PIN. */
    static SplitPass ofValueAlone(Secret typed) {
        return new SplitPass(true, Secret.EMPTY, typed);
    }

    /** A PIN and a value of so many characters, in this order or the other. */
    static SplitPass of(Secret typed, int otpLength, boolean pinFirst) {
        String text = typed.reveal();
        int cut = text.length() - otpLength;
        if (cut < 0) {
            return NO_EVIDENCE;
        }
        return pinFirst
                ? new SplitPass(true, Secret.of(text.substring(0, cut)), Secret.of(text.substring(cut)))
                : new SplitPass(true, Secret.of(text.substring(otpLength)), Secret.of(text.substring(0, otpLength)));
    }
}
