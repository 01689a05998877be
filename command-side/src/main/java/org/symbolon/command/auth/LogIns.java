package org.symbolon.command.auth;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.Decision.Outcome;
import org.symbolon.command.auth.LoginAttempts.Counted;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.auth.LoginSubject.Keyed;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.UseTerms.Ruling;
import org.symbolon.events.auth.UseTerms.Used;

/**
 * Decides about log-ins. The order of the rules is to be read here, from the outside in: whether somebody was let in with the
 * same before, whether it matters that he is unknown or has no token, whether he comes too often; what his password, a claim or
 * his tokens say; which tokens may be used; which token he owes; and what is kept of it. All of it is one commit.
 */
public class LogIns {

    private final RememberedLogins remembered;
    private final CredentialCheck tokens;
    private final Claims claims;
    private final LoginAttempts attempts;
    private final OwedTokens owed;
    private final Clock clock;

    public LogIns(
            RememberedLogins remembered,
            CredentialCheck tokens,
            Claims claims,
            LoginAttempts attempts,
            OwedTokens owed,
            Clock clock) {
        this.remembered = remembered;
        this.tokens = tokens;
        this.claims = claims;
        this.attempts = attempts;
        this.owed = owed;
        this.clock = clock;
    }

    @CommandHandler
    public Decision handle(LogIn login) {
        Reading reading = new Reading();
        Counted counted = attempts.of(login.terms().limits(), clock.instant());
        owed.reserve(login);
        Judged judged = ofKnownTokens(() -> judge(login, counted, reading));
        Judged permitted = judged.as(permit(login.terms(), serialAlone(login), judged.decision(), reading));
        Decision decision = owed.settle(login, permitted, reading);
        remembered.keep(login, decision);
        if (decision.patience() == 0) {
            counted.count(decision.letsIn());
        }
        return decision.naming(reading.policies()).knowing(judged.tried());
    }

    /** Another node may just have used a token up for good, of which this one learns by its missing secret. */
    private static <T> T ofKnownTokens(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (SecretErasedException gone) {
            throw StaleEvidenceException.ofErasedSecret();
        }
    }

    private Judged judge(LogIn login, Counted counted, Reading reading) {
        return remembered
                .use(login)
                .or(() -> unknown(login, reading))
                .or(() -> withoutToken(login, reading))
                .map(Judged::without)
                .orElseGet(() -> limited(login, counted, reading));
    }

    private static Optional<Decision> unknown(LogIn login, Reading reading) {
        Ruled<Boolean> said = login.terms().layers().withoutUser();
        return login.subject() instanceof LoginSubject.Unknown
                ? reading.decide(said, yes -> accepting("user does not exist", said, Ground.NO_USER))
                : Optional.empty();
    }

    private static Optional<Decision> withoutToken(LogIn login, Reading reading) {
        Ruled<Boolean> said = login.terms().layers().withoutToken();
        return login.findings().tokenless()
                ? reading.decide(said, yes -> accepting("user has no token", said, Ground.NO_TOKEN))
                : Optional.empty();
    }

    private static Optional<Decision> accepting(String why, Ruled<?> said, Ground ground) {
        return Optional.of(Decision.accepting(why + ", accepted due to '" + strongest(said) + "'", ground));
    }

    private static String strongest(Ruled<?> said) {
        return said.policies().get(0);
    }

    /** Whoever comes too often is judged all the same, but not let in. */
    private Judged limited(LogIn login, Counted counted, Reading reading) {
        Optional<Decision> fault = faultOf(login.terms().limits(), reading);
        if (fault.isPresent()) {
            return Judged.without(fault.get());
        }
        Optional<String> excess = counted.excess();
        Judged judged = passedThrough(login, reading)
                .map(Judged::without)
                .or(() -> excess.isPresent() ? Optional.empty() : claims.claim(login, reading))
                .orElseGet(() -> check(login));
        boolean refused = excess.isPresent() && judged.decision().accepted();
        return refused ? judged.as(judged.decision().refused(excess.get())) : judged;
    }

    /** A token that a log-in has enrolled is finished by a key as others are by a value, or its owner does without. */
    private Judged check(LogIn login) {
        if (login.subject() instanceof Declining declining) {
            return owed.cancel(login, declining);
        }
        return login.subject() instanceof Keyed keyed && keyed.isNew()
                ? owed.finish(login, keyed)
                : tokens.check(login);
    }

    private static Optional<Decision> passedThrough(LogIn login, Reading reading) {
        Ruled<PassThrough> said = login.terms().layers().passThrough();
        return login.findings().tokenless()
                ? reading.decide(said, where -> passedThrough(login, said, where))
                : Optional.empty();
    }

    private static Optional<Decision> passedThrough(LogIn login, Ruled<PassThrough> said, PassThrough where) {
        if (!login.findings().passwordRight()) {
            return Optional.empty();
        }
        String place = where.radiusServer() == null ? "userstore" : "RADIUS server " + where.radiusServer();
        return Optional.of(
                Decision.accepting("against " + place + " due to '" + strongest(said) + "'", Ground.PASSWORD));
    }

    /** Which tokens may be used is looked at once one has been, so that what it cost the token stays. */
    private static Decision permit(LoginTerms terms, String alone, Decision decision, Reading reading) {
        if (decision.denial() != null) {
            return decision;
        }
        String serial = decision.concernedSerial() == null ? alone : decision.concernedSerial();
        boolean refused = decision.outcome() == Outcome.REFUSED;
        Ruling ruling = terms.use().on(new Used(serial, decision.concernedType(), refused));
        reading.note(ruling.policies());
        if (ruling.denial() != null) {
            return decision.denied(ruling.denial());
        }
        if (decision.outcome() == Outcome.ASKING) {
            reading.note(terms.challenges().policies());
        } else if (decision.accepted()) {
            reading.note(terms.resetsAllTokens().policies());
        }
        return decision;
    }

    /** The token whose value alone is asked about, which the decision does not name; null for any other log-in. */
    private static String serialAlone(LogIn login) {
        return login.subject() instanceof LoginSubject.Value value ? value.serial() : null;
    }

    /** Decides where nothing but a password and the number of attempts matters. */
    @CommandHandler
    public Decision handle(LogInByPassword login) {
        Counted counted = attempts.of(login.limits(), clock.instant());
        Reading reading = new Reading();
        Decision decision = faultOf(login.limits(), reading)
                .or(() -> login.right() ? counted.excess().map(Decision::without) : Optional.empty())
                .orElseGet(() -> Decision.ofPassword(login.right()));
        counted.count(decision.letsIn());
        return decision.naming(reading.policies());
    }

    private static Optional<Decision> faultOf(LoginLimits limits, Reading reading) {
        return reading.faultOf(limits.failures()).or(() -> reading.faultOf(limits.successes()));
    }

    /** Asks tokens a challenge though nobody has typed a PIN. */
    @CommandHandler
    public Decision handle(TriggerChallenges command) {
        Reading reading = new Reading();
        Decision asking = Decision.asking(ofKnownTokens(() -> tokens.ask(command)));
        return permit(command.terms(), null, asking, reading).naming(reading.policies());
    }
}
