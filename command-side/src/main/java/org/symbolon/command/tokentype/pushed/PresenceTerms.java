package org.symbolon.command.tokentype.pushed;

import java.util.List;

/**
 * Of what the user of a telephone has to choose what he is shown where he logs in.
 *
 * @param own the choices that policies name, for {@link Kind#CUSTOM}
 * @param number how many are shown
 */
public record PresenceTerms(Kind kind, List<String> own, int number) {

    /** Under which name clients are told what is right, and telephones answer. */
    static final String ANSWER = "presence_answer";

    /** What there is to choose from. */
    public enum Kind {
        /** Letters. */
        ALPHABETIC,
        /** Numbers of two digits. */
        NUMERIC,
        /** What policies name. */
        CUSTOM
    }

    public PresenceTerms {
        own = List.copyOf(own);
    }
}
