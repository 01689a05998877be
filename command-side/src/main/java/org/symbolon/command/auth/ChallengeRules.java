package org.symbolon.command.auth;

import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.events.auth.ChallengeTerms;

/** What terms about challenges mean for a token type. */
final class ChallengeRules {

    private ChallengeRules() {}

    /** Whether the PIN alone begins a challenge of this type. */
    static boolean ask(ChallengeTerms terms, TokenType type) {
        TypeDescription described = type.describe();
        return described.isAskable()
                && switch (described.trigger()) {
                    case NEVER -> false;
                    case BY_POLICY -> terms.types().contains(described.name());
                    case ALWAYS -> true;
                };
    }

    /** What people are told who are to answer a challenge of this type. */
    static String textFor(ChallengeTerms terms, TokenType type) {
        String general = terms.text() == null ? type.describe().challengeText() : terms.text();
        return terms.texts().getOrDefault(type.name(), general);
    }
}
