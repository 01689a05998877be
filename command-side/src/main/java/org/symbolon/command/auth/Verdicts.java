package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.tokentype.Verification;
import org.symbolon.events.token.OtpRejected.Reason;

/** Lets the best kind of match among the tried tokens decide, and records what that means for each of them. */
final class Verdicts {

    private final SystemSettings settings;

    Verdicts(SystemSettings settings) {
        this.settings = settings;
    }

    Decision on(List<TriedToken> tried, Instant now) {
        List<TriedToken> valid = matching(tried, Match.VALID);
        if (!valid.isEmpty()) {
            return onValid(valid, now);
        }
        List<TriedToken> pinMatches = matching(tried, Match.PIN);
        if (!pinMatches.isEmpty()) {
            return onPinMatch(pinMatches, now);
        }
        return onNothing(tried);
    }

    private static List<TriedToken> matching(List<TriedToken> tried, Match match) {
        return tried.stream().filter(one -> one.match() == match).toList();
    }

    /** Whether the OTP value alone is right: no fail counter moves, but a right value is used up. */
    Decision onValueAlone(TriedToken tried) {
        if (tried.verification() instanceof Verification.Right right) {
            tried.aggregate().execute(token -> token.consume(right, null));
            return Decision.about(true, "", tried);
        }
        reject(tried, Reason.WRONG_OTP, tried.token().failCount(), 0);
        return Decision.without("OTP verification failed.");
    }

    /** An unfit token's value is used up all the same, and its fail counter stays. */
    private Decision onValid(List<TriedToken> valid, Instant now) {
        List<String> texts = new ArrayList<>();
        texts.add("matching " + valid.size() + " tokens");
        boolean accepted = false;
        for (TriedToken tried : valid) {
            tried.aggregate().execute(token -> FailCounter.resetIfExpired(token, settings, now));
            Verification.Right right = (Verification.Right) tried.verification();
            Optional<String> refusal = Fitness.refusalOf(tried.token(), now);
            if (refusal.isPresent()) {
                texts.add(refusal.get());
                tried.aggregate().execute(token -> token.consume(right, refusal.get()));
            } else {
                accepted = true;
                accept(tried, right);
            }
        }
        String message = String.join(", ", texts);
        if (valid.size() == 1) {
            return Decision.about(accepted, message, valid.get(0));
        }
        return new Decision(accepted, message, null, commonType(valid), null);
    }

    private void accept(TriedToken tried, Verification.Right right) {
        int step = countsAuthentications() ? 1 : 0;
        int attempts = tried.token().authCount() + step;
        int successes = tried.token().successCount() + step;
        tried.aggregate().execute(token -> token.accept(right, attempts, successes));
    }

    private static String commonType(List<TriedToken> valid) {
        List<String> found =
                valid.stream().map(one -> one.token().type()).distinct().toList();
        return found.size() == 1 ? found.get(0) : "undetermined";
    }

    /** Each token counts as many attempts as there are tokens whose PIN matched, as eduMFA counts. */
    private Decision onPinMatch(List<TriedToken> matches, Instant now) {
        for (TriedToken tried : matches) {
            if (settings.flag("ResetFailcounterOnPIN")) {
                tried.aggregate().execute(token -> FailCounter.resetIfExpired(token, settings, now));
            }
            Reason reason = tried.replayed() ? Reason.REPLAYED_OTP : Reason.WRONG_OTP;
            reject(tried, reason, FailCounter.raised(tried.token()), matches.size());
        }
        if (matches.size() > 1) {
            return Decision.without("wrong otp value");
        }
        TriedToken only = matches.get(0);
        String message = only.replayed() ? "wrong otp value. previous otp used again" : "wrong otp value";
        return Decision.about(false, message, only);
    }

    private Decision onNothing(List<TriedToken> tried) {
        boolean counts = settings.flagUnlessDenied("IncFailCountOnFalsePin");
        for (TriedToken one : tried) {
            int failCount =
                    counts ? FailCounter.raised(one.token()) : one.token().failCount();
            reject(one, Reason.WRONG_PIN, failCount, counts ? 1 : 0);
        }
        return Decision.without("wrong otp pin");
    }

    private void reject(TriedToken tried, Reason reason, int failCount, int attempts) {
        int authCount = tried.token().authCount() + (countsAuthentications() ? attempts : 0);
        Map<String, String> learned =
                tried.verification() == null ? Map.of() : tried.verification().learned();
        tried.aggregate().execute(token -> token.reject(reason, failCount, authCount, learned));
    }

    private boolean countsAuthentications() {
        return !settings.flag("no_auth_counter");
    }
}
