package org.symbolon.command.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LoginSubject.Nameless;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;

/**
 * Decides about somebody whose device says who he is. The challenge was for anybody and is kept nowhere; that it is answered at most
 * once, with whichever token and on whichever node, is proven by the fact that it counts no more.
 */
final class NamelessCheck {

    private static final int REFUSED = 401;

    private final OtpJudge judge;
    private final Counting counting;
    private final RevocationCommands spent;

    NamelessCheck(OtpJudge judge, Counting counting, RevocationCommands spent) {
        this.judge = judge;
        this.counting = counting;
        this.spent = spent;
    }

    /**
     * The decision.
     *
     * @throws Refusal 401 if the challenge was answered before, 601 if there is no such token that has a key
     */
    Judged on(LogIn command, Nameless subject, Aggregate<Token> aggregate, Instant now) {
        Token token = aggregate.invoke(found -> found);
        if (!judge.isByKey(token)) {
            throw Refusal.tokenNotFound();
        }
        if (!spend(subject)) {
            throw Refusal.of(REFUSED, "Passkey challenge already used.");
        }
        Trial trial = command.trials().get(0);
        Credential credential = trial.credential().answering(challenge(subject));
        Judgement found = judge.judge(token, credential, command, now);
        TriedToken tried = new TriedToken(aggregate, token, Match.ANSWER, credential, found);
        return new Judged(decision(tried, found, command, now), List.of(tried));
    }

    private Decision decision(TriedToken tried, Judgement found, LogIn command, Instant now) {
        if (!(found instanceof Judgement.Right right)) {
            counting.rejectValue(tried, found, 0);
            return Decision.about(false, "Response did not match the challenge.", tried);
        }
        Optional<String> refusal = refusal(tried.token(), command, now);
        if (refusal.isPresent()) {
            tried.aggregate().execute(token -> token.consume(right.change(), refusal.get()));
            return Decision.about(false, refusal.get(), tried);
        }
        counting.accept(tried, right);
        Token token = tried.token();
        return new Decision(true, "Passkey authentication worked!", token.serial(), token.type(), null)
                .on(Decision.Ground.NAMELESS);
    }

    private static Optional<String> refusal(Token token, LogIn command, Instant now) {
        return Fitness.refusalOf(token, now)
                .or(() -> token.owner() == null ? Optional.of("Token is not assigned") : Optional.empty())
                .or(() -> LastUse.refusal(command.terms().longestUnused(), token, now));
    }

    private boolean spend(Nameless subject) {
        try {
            return spent.handle(new RevokeLogin(subject.nonce(), subject.expires()));
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("A challenge could not be used", unexpected);
        }
    }

    private static OpenChallenge challenge(Nameless subject) {
        return new OpenChallenge("", subject.challenge(), "", Optional.empty(), "", false);
    }
}
