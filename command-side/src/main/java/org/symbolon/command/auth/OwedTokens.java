package org.symbolon.command.auth;

import java.util.List;
import java.util.TreeSet;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.port.TokenCensus;

/** Finds out in the decision about a log-in whether somebody who is right still owes a token. */
final class OwedTokens {

    private final TokenCensus census;
    private final Tokens tokens;
    private final SecretVault vault;

    OwedTokens(TokenCensus census, Tokens tokens, SecretVault vault) {
        this.census = census;
        this.tokens = tokens;
        this.vault = vault;
    }

    /**
     * Sees to it that nobody else enrols the same meanwhile. It comes before all tokens, and the waiting one among them in the
     * order of their serials, or locks would cross.
     */
    void reserve(CheckCredentials command) {
        OwedToken owed = command.owed();
        if (owed == null) {
            return;
        }
        census.reserve(owed.places());
        TreeSet<String> serials = new TreeSet<>();
        command.trials().stream().map(Trial::serial).forEach(serials::add);
        if (command.newPin() != null) {
            serials.add(command.newPin().serial());
        }
        if (owed.waiting() != null) {
            serials.add(owed.waiting());
        }
        serials.forEach(tokens::find);
    }

    /** The decision about these tokens, with what is owed now; a token that has just been finished is owed no more. */
    Decision on(Decision decision, CheckCredentials command, List<TriedToken> tried) {
        OwedTokenTerms terms = command.terms().owedToken();
        if (!decision.accepted()
                || terms == null
                || tried.stream().map(TriedToken::token).anyMatch(terms::areMetBy)) {
            return decision;
        }
        if (command.recalled()) {
            throw StaleEvidenceException.ofUser();
        }
        return command.owed() == null ? decision : decision.owing(command.owed().withPin(pinOfUsed(decision, tried)));
    }

    /** The new token has the PIN that was typed now, or it would be worth less than the one that was used. */
    private PinToKeep pinOfUsed(Decision decision, List<TriedToken> tried) {
        return tried.stream()
                .filter(one -> isUsed(one, decision))
                .map(TriedToken::token)
                .map(Token::pin)
                .findFirst()
                .map(stored -> PinToKeep.copyOf(stored, vault))
                .orElse(null);
    }

    private static boolean isUsed(TriedToken tried, Decision decision) {
        return decision.serial() == null
                ? tried.match() == Match.VALID
                : decision.serial().equals(tried.token().serial());
    }
}
