package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;

/**
 * What a type may know of the token whose value it judges.
 *
 * @param otpLength digits or characters of an OTP value
 * @param counter next counter of an event-based token, last used time step of a time-based one
 * @param countWindow how many counters a log-in looks ahead
 * @param syncWindow how many counters or steps a resynchronisation looks ahead
 * @param info entries that the type or an administrator keeps with the token
 */
public record TokenView(int otpLength, long counter, int countWindow, int syncWindow, Map<String, String> info) {

    public Optional<String> info(String key) {
        return Optional.ofNullable(info.get(key));
    }
}
