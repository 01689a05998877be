package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;

/**
 * A type whose devices keep their keys themselves and name the key that they answer with: a log-in begins without anybody's name,
 * and the key tells whose it is.
 */
public interface Discoverable {

    /**
     * A key as its enrolment took it for one token alone.
     *
     * @param kind what kind of thing it is
     */
    record Key(String kind, String value) {}

    /**
     * What a client is told so that any device can answer.
     *
     * @param message what people are told
     * @param relyingPartyId the domain that keys must be for
     * @param verification whether the device is to find out who uses it, in the words of the standard
     * @param verifies whether it has to
     * @param seconds for how long it can be answered
     */
    record Invitation(String message, String relyingPartyId, String verification, boolean verifies, int seconds) {}

    /**
     * How a log-in begins.
     *
     * @throws Refusal 303 if policies do not say for which domain
     */
    Invitation invitation(Circumstances now);

    /** What a challenge for anybody remembers until it is answered. */
    String remembered(boolean verifies);

    /** The key that an answer names; empty if it names none. */
    Optional<Key> key(Map<String, String> fields);

    /** The challenge that it answers, as it was handed out; empty if it is none that was. */
    Optional<String> challenge(Map<String, String> fields);

    /** Whether a device says that it has made a key, for a token that a log-in has enrolled. */
    boolean isNew(Map<String, String> fields);

    /** The parameter that an answer lacks; empty if it lacks none. */
    Optional<String> missing(Map<String, String> fields);
}
