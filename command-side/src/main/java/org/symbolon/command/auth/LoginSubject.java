package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.events.shared.TokenOwner;

/** Who wants to log in, or with what. */
public sealed interface LoginSubject {

    /** Whom tokens must belong to, null for whomever. */
    TokenOwner owner();

    /**
     * Somebody whom no user store knows.
     *
     * @param printed his name, as messages print it
     */
    record Unknown(String printed) implements LoginSubject {
        @Override
        public TokenOwner owner() {
            return null;
        }
    }

    /**
     * A user, with any of his tokens.
     *
     * @param login his name
     * @param type the type that his token must be of, empty for any
     */
    record User(String login, TokenOwner owner, String type) implements LoginSubject {}

    /** Whoever has this token. */
    record OneToken(String serial, TokenOwner owner) implements LoginSubject {}

    /**
     * Whoever has this token, as its device says by answering a challenge that was for anybody.
     *
     * @param nonce by which the challenge is known, which can be answered once
     * @param challenge that was to be signed, as hexadecimal digits
     * @param expires until when it could be answered
     */
    record Nameless(String serial, String nonce, String challenge, Instant expires) implements LoginSubject {
        @Override
        public TokenOwner owner() {
            return null;
        }
    }

    /**
     * Whoever has this token, with whose key his device has answered a challenge.
     *
     * @param owner whom the token belongs to, null where nobody is known
     * @param forAnybody the challenge, if it was for whomever; null for one of the token itself
     * @param isNew whether the device has only made the key now, for a token that a log-in has enrolled
     */
    record Keyed(String serial, TokenOwner owner, ForAnybody forAnybody, boolean isNew) implements LoginSubject {}

    /**
     * A challenge for anybody, which can be answered once.
     *
     * @param remembered what the type has to know of it
     * @param expires until when it can be answered
     */
    record ForAnybody(String challenge, String remembered, Instant expires) {}

    /**
     * Whoever was right and has been asked to enrol this token, and wants to do without.
     *
     * @param owner whom the token belongs to, null where nobody is known
     */
    record Declining(String serial, TokenOwner owner) implements LoginSubject {}

    /** Nobody: only whether this is a right value of the token is asked. */
    record Value(String serial, TokenOwner owner) implements LoginSubject {}
}
