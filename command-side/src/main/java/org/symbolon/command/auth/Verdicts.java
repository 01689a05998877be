package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;

/** Lets the best kind of match among the tried tokens decide, and records what that means for each of them. */
final class Verdicts {

    private static final String WRONG_VALUE = "OTP verification failed.";

    private final SystemSettings settings;
    private final Counting counting;
    private final Answers answers;
    private final Questioning questioning;
    private final SingleUse singleUse;

    Verdicts(
            SystemSettings settings, Counting counting, Answers answers, Questioning questioning, SingleUse singleUse) {
        this.settings = settings;
        this.counting = counting;
        this.answers = answers;
        this.questioning = questioning;
        this.singleUse = singleUse;
    }

    /**
     * The decision about all of them.
     *
     * @param transaction the one whose challenges are answered; it is there if a token has one
     */
    Decision on(
            List<TriedToken> tried, Optional<Aggregate<ChallengeTransaction>> transaction, LogIn command, Instant now) {
        LoginTerms terms = command.terms();
        List<TriedToken> decisive = List.of();
        for (Match match : Match.values()) {
            decisive = tried.stream().filter(one -> one.match() == match).toList();
            if (!decisive.isEmpty()) {
                break;
            }
        }
        return switch (decisive.get(0).match()) {
            case VALID -> onValid(decisive, terms, now);
            case AWAITED -> onAwaited(decisive, command, now);
            case ANSWER -> answers.on(decisive, transaction.orElseThrow(), command, now);
            case REQUEST -> onRequest(decisive, command, now);
            case PIN -> onPinMatch(decisive, terms, now);
            case NOTHING -> onNothing(decisive);
        };
    }

    /** Whether the OTP value alone is right: no fail counter grows, but a right value is used up, of an unfit token, too. */
    Decision onValueAlone(TriedToken tried, Instant now) {
        if (!(tried.judgement() instanceof Judgement.Right right)) {
            counting.reject(tried, Reason.WRONG_OTP, tried.token().failCount(), 0, learned(tried));
            return Decision.without(WRONG_VALUE);
        }
        tried.aggregate().execute(token -> FailCounter.resetIfExpired(token, settings, now));
        Optional<String> refusal = Fitness.refusalOf(tried.token(), now);
        tried.aggregate().execute(token -> token.consume(right.change(), refusal.orElse(null)));
        if (refusal.isPresent()) {
            return Decision.without(WRONG_VALUE + " " + refusal.get());
        }
        singleUse.end(tried.aggregate());
        return Decision.about(true, "", tried);
    }

    /** An unfit token's value is used up all the same, and its fail counter stays. */
    private Decision onValid(List<TriedToken> valid, LoginTerms terms, Instant now) {
        List<String> texts = new ArrayList<>();
        texts.add("matching " + valid.size() + " tokens");
        boolean accepted = false;
        for (TriedToken tried : valid) {
            tried.aggregate().execute(token -> FailCounter.resetIfExpired(token, settings, now));
            Judgement.Right right = (Judgement.Right) tried.judgement();
            Optional<String> refusal = Fitness.refusalOf(tried.token(), now);
            if (refusal.isPresent()) {
                texts.add(refusal.get());
                tried.aggregate().execute(token -> token.consume(right.change(), refusal.get()));
            } else if (valid.size() == 1
                    && LastUse.refusal(terms.longestUnused(), tried.token(), now)
                            .isPresent()) {
                return onUnused(tried, right, terms, now);
            } else {
                accepted = true;
                accept(tried, right);
            }
        }
        String message = String.join(", ", texts);
        if (valid.size() == 1) {
            Decision plain = Decision.about(accepted, message, valid.get(0), now);
            Decision decision = accepted ? plain.telling(toldBy(valid.get(0))) : plain;
            return isPinDue(decision, terms) ? askedForPin(valid.get(0), now) : decision;
        }
        return new Decision(accepted, message, null, commonType(valid), null);
    }

    private static Map<String, Object> toldBy(TriedToken tried) {
        return ((Judgement.Right) tried.judgement()).told();
    }

    private void accept(TriedToken tried, Judgement.Right right) {
        counting.accept(tried, right);
        if (right.causes()) {
            questioning.cause(right, tried.token());
        }
        singleUse.end(tried.aggregate());
    }

    /** Nothing else is said of it; only of one token can it be said. */
    private static Decision onUnused(TriedToken tried, Judgement.Right right, LoginTerms terms, Instant now) {
        String refusal =
                LastUse.refusal(terms.longestUnused(), tried.token(), now).orElseThrow();
        tried.aggregate().execute(token -> token.consume(right.change(), refusal));
        return Decision.about(false, refusal, tried, now);
    }

    private static boolean isPinDue(Decision decision, LoginTerms terms) {
        return decision.accepted() && decision.used().dates().pinIsDue() && terms.newPins() != null;
    }

    private Decision askedForPin(TriedToken tried, Instant now) {
        return Decision.asking(questioning.askAbout(questioning.own().newPin(), tried.aggregate(), null, now));
    }

    private static String commonType(List<TriedToken> valid) {
        List<String> found =
                valid.stream().map(one -> one.token().type()).distinct().toList();
        return found.size() == 1 ? found.get(0) : "undetermined";
    }

    private Decision onRequest(List<TriedToken> requests, LogIn command, Instant now) {
        List<Aggregate<Token>> tokens =
                requests.stream().map(TriedToken::aggregate).toList();
        Map<String, Judgement.NeedsMore> needed = new HashMap<>();
        Map<String, String> fields = new HashMap<>();
        for (TriedToken tried : requests) {
            fields.putAll(tried.typed().fields());
            if (tried.judgement() instanceof Judgement.NeedsMore more) {
                needed.put(tried.token().serial(), more);
            }
        }
        return questioning
                .ask(tokens, needed, fields, command.terms(), command.holder(), now)
                .map(Decision::asking)
                .orElseGet(() -> Decision.without("No active challenge response token found"));
    }

    /** Whoever is asked by another way is waited for as long as the most patient of the tokens wants; then all is decided anew. */
    private Decision onAwaited(List<TriedToken> awaiting, LogIn command, Instant now) {
        List<Aggregate<Token>> tokens =
                awaiting.stream().map(TriedToken::aggregate).toList();
        int patience = awaiting.stream()
                .mapToInt(tried -> ((Judgement.Awaits) tried.judgement()).seconds())
                .max()
                .orElse(0);
        return questioning
                .ask(tokens, Map.of(), Map.of(), command.terms(), command.holder(), now)
                .map(asked -> Decision.asking(asked.waiting(patience)))
                .orElseGet(() -> Decision.without("No active challenge response token found"));
    }

    /** Each token counts as many attempts as there are tokens whose PIN matched, as eduMFA counts. */
    private Decision onPinMatch(List<TriedToken> matches, LoginTerms terms, Instant now) {
        for (TriedToken tried : matches) {
            if (settings.flag("ResetFailcounterOnPIN")) {
                tried.aggregate().execute(token -> FailCounter.resetIfExpired(token, settings, now));
            }
            counting.rejectValue(tried, tried.judgement(), matches.size());
        }
        if (matches.size() > 1) {
            Decision decision = Decision.without("wrong otp value");
            for (TriedToken tried : matches) {
                decision = decision.asFound(tried.judgement());
            }
            return decision;
        }
        TriedToken only = matches.get(0);
        String message = messageOf(only);
        return askedForAnother(only, terms, now)
                .map(Decision::asking)
                .orElseGet(() -> Decision.about(false, message, only).asFound(only.judgement()));
    }

    /** A value beyond the window may be the first of two, so that the next one is asked for. */
    private Optional<Asked> askedForAnother(TriedToken tried, LoginTerms terms, Instant now) {
        boolean awaited = tried.judgement() instanceof Judgement.Wrong wrong && wrong.awaitsAnother();
        boolean wanted = terms.resynchronisesByChallenge() && awaited;
        if (!wanted || Fitness.refusalOf(tried.token(), now).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                questioning.askAbout(questioning.own().nextValue(tried.token()), tried.aggregate(), null, now));
    }

    private static String messageOf(TriedToken tried) {
        if (tried.judgement() instanceof Judgement.Wrong wrong && wrong.message() != null) {
            return wrong.message();
        }
        return tried.replayed() ? "wrong otp value. previous otp used again" : "wrong otp value";
    }

    private Decision onNothing(List<TriedToken> tried) {
        boolean counts = settings.flagUnlessDenied("IncFailCountOnFalsePin");
        for (TriedToken one : tried) {
            int failCount =
                    counts ? FailCounter.raised(one.token()) : one.token().failCount();
            counting.reject(one, Reason.WRONG_PIN, failCount, counts ? 1 : 0, learned(one));
        }
        return Decision.without("wrong otp pin");
    }

    private static StateChange learned(TriedToken tried) {
        return tried.judgement() == null ? StateChange.NONE : tried.judgement().change();
    }
}
