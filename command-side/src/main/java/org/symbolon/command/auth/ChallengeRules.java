package org.symbolon.command.auth;

import java.util.Locale;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.events.auth.ChallengeTerms;

/** What terms about challenges mean for a token type. */
final class ChallengeRules {

    private ChallengeRules() {}

    /** Whether the PIN alone begins a challenge of this type. */
    static boolean ask(ChallengeTerms terms, TokenType type) {
        return type.challengeable() && terms.types().contains(type.name().toLowerCase(Locale.ROOT));
    }

    /** What people are told who are to answer a challenge of this type. */
    static String textFor(ChallengeTerms terms, TokenType type) {
        String general = terms.text() == null ? type.challengeText() : terms.text();
        return terms.texts().getOrDefault(type.name(), general);
    }
}
