package org.symbolon.events.auth;

import java.util.List;

/**
 * Which tokens may be used. That is held against the token once it is known which was, so that what the log-in cost it stays.
 * It is immutable, and asks no policy again.
 */
@FunctionalInterface
public interface UseTerms {

    /** Any token may be used. */
    UseTerms ANY = used -> Ruling.NONE;

    /** What is said of a log-in. */
    Ruling on(Used used);

    /**
     * How it was.
     *
     * @param serial the token that was used or asked a challenge, null if there was none, or several
     * @param type its type, null where it is not known
     * @param refused whether nobody is let in or asked anything anyway
     */
    record Used(String serial, String type, boolean refused) {}

    /**
     * What is said of it.
     *
     * @param denial why nobody may be answered so; null if he may
     * @param policies the names of the policies that took part
     */
    record Ruling(Denial denial, List<String> policies) {

        public static final Ruling NONE = new Ruling(null, List.of());

        public Ruling {
            policies = List.copyOf(policies);
        }
    }
}
