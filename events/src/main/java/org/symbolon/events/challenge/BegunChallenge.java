package org.symbolon.events.challenge;

import org.symbolon.events.shared.Sealed;

/**
 * What one token is asked.
 *
 * @param serial the token's, empty where whoever answers names the token
 * @param tokenId tells this token from a later one with its serial; null where there is no token
 * @param challenge what the answer must fit, such as a nonce; perhaps empty
 * @param data what the token's type has to remember, perhaps empty
 * @param secretData the same where nobody may see it, null otherwise
 * @param session which step of several this is, perhaps empty
 * @param validSeconds for how long it can be answered, from the time of the event
 */
public record BegunChallenge(
        String serial,
        Integer tokenId,
        String challenge,
        String data,
        Sealed secretData,
        String session,
        int validSeconds) {}
