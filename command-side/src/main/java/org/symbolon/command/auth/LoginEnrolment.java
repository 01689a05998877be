package org.symbolon.command.auth;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Room;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.shared.Secret;

/**
 * Enrols a token in the transaction of a log-in that was right, and asks for its first value. Until that comes the token is
 * good for nothing; another log-in enrols the same token anew, with a seed of its own, so that there is never more than one
 * and nobody's code is worth anything once somebody else's was answered.
 */
public class LoginEnrolment {

    private final TokenCensus census;
    private final CandidateTokens candidates;
    private final EnrolmentCommands enrolments;
    private final Tokens tokens;
    private final TokenTypes types;
    private final Questioning questioning;
    private final SecretVault vault;
    private final Clock clock;

    public LoginEnrolment(
            TokenCensus census,
            CandidateTokens candidates,
            EnrolmentCommands enrolments,
            Tokens tokens,
            TokenTypes types,
            SystemSettings settings,
            SecretVault vault,
            Challenges challenges,
            Effects effects,
            Randomness randomness,
            Clock clock) {
        this.census = census;
        this.candidates = candidates;
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.questioning = new Questioning(challenges, types, settings, vault, effects, randomness);
        this.types = types;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The decision about somebody who is right, with the token that he has to answer with first, unless meanwhile he has another
     * one of the type. Where there are too many tokens already nobody is let in.
     *
     * @throws StaleEvidenceException if somebody else has enrolled one meanwhile that is not answered either
     */
    Decision enrol(OwedToken owed, Decision decision) {
        census.reserve(owed.places());
        List<Candidate> known = candidates.ofOwner(owed.owner());
        if (OwedTokens.areMet(owed.type(), known)) {
            return decision;
        }
        String waiting = OwedTokens.waiting(known, owed.type());
        if (!Objects.equals(waiting, owed.waiting())) {
            throw StaleEvidenceException.ofUser();
        }
        Optional<String> excess = waiting == null ? Room.refusal(owed.limits(), census) : Optional.empty();
        return excess.map(text -> decision.denied(Denial.ofPolicy(text)))
                .orElseGet(() -> decision.enrolling(asked(enrolled(owed))));
    }

    private Enrolled enrolled(OwedToken owed) {
        try {
            return enrolments.handle(owed.enrolment());
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("A token could not be enrolled", unexpected);
        }
    }

    /** The challenge keeps the seed that is shown, sealed for itself, for the next log-in changes that of the token. */
    private EnrolledByLogin asked(Enrolled enrolled) {
        Aggregate<Token> token = tokens.load(enrolled.serial());
        EnrollableByLogin type = (EnrollableByLogin) types.require(enrolled.type());
        Secret seed = token.invoke(found -> found.view(vault).secret());
        Asked asked = questioning.askAbout(questioning.own().enrolment(type), token, seed, clock.instant());
        return new EnrolledByLogin(asked, type.shown(enrolled.disclosures()).orElse(null));
    }
}
