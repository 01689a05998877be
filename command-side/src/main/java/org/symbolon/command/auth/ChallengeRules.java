package org.symbolon.command.auth;

import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;

/** What terms about challenges mean for a token type. */
final class ChallengeRules {

    private ChallengeRules() {}

    /** Whether the PIN alone begins a challenge of this type. */
    static boolean ask(LoginTerms terms, TokenType type) {
        TypeDescription described = type.describe();
        return described.isAskable()
                && switch (described.trigger()) {
                    case NEVER -> false;
                    case BY_POLICY -> terms.challenges().types().contains(described.name());
                    case BY_TYPE -> isTriggered(terms, type);
                    case ALWAYS -> true;
                };
    }

    /** Whether whoever triggers challenges begins one of this type. */
    static boolean trigger(LoginTerms terms, TokenType type) {
        return type.describe().isAskable()
                && (type.describe().trigger() != Trigger.BY_TYPE || isTriggered(terms, type));
    }

    private static boolean isTriggered(LoginTerms terms, TokenType type) {
        return type.isTriggered(new TypeTerms(terms.saidTo(type.name())));
    }

    /** What people are told who are to answer a challenge of this type. */
    static String textFor(ChallengeTerms terms, TokenType type) {
        String general = terms.text() == null ? type.describe().challengeText() : terms.text();
        return terms.texts().getOrDefault(type.name(), general);
    }
}
