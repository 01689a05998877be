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

    /** Nobody: only whether this is a right value of the token is asked. */
    record Value(String serial, TokenOwner owner) implements LoginSubject {}
}
