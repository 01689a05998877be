package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;

/** A type whose tokens a machine without a network can check log-ins with by what is no secret, such as a public key. */
public interface KeyOffline extends TokenType {

    /** What the machine needs, under the names of the wire; empty where the token has no key yet. */
    Optional<Map<String, String>> offlineKey(TokenView token);

    /** Whether a token that a log-in has enrolled is for such machines from then on. */
    default boolean isOfflineAtOnce(TypeTerms terms) {
        return false;
    }
}
