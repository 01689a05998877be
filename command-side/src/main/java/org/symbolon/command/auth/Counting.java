package org.symbolon.command.auth;

import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;

/** Records what an attempt means for the counters of a token. */
final class Counting {

    private final SystemSettings settings;

    Counting(SystemSettings settings) {
        this.settings = settings;
    }

    void accept(TriedToken tried, Judgement.Right right) {
        int step = countsAuthentications() ? 1 : 0;
        int attempts = tried.token().authCount() + step;
        int successes = tried.token().successCount() + step;
        tried.aggregate().execute(token -> token.accept(right.change(), attempts, successes));
    }

    /** A wrong value, which raises the fail counter. */
    void rejectValue(TriedToken tried, Judgement found, int attempts) {
        boolean replayed = found instanceof Judgement.Wrong wrong && wrong.replayed();
        Reason reason = replayed ? Reason.REPLAYED_OTP : Reason.WRONG_OTP;
        reject(tried, reason, FailCounter.raised(tried.token()), attempts, found.change());
    }

    void reject(TriedToken tried, Reason reason, int failCount, int attempts, StateChange change) {
        int authCount = tried.token().authCount() + (countsAuthentications() ? attempts : 0);
        tried.aggregate().execute(token -> token.reject(reason, failCount, authCount, change));
    }

    private boolean countsAuthentications() {
        return !settings.flag("no_auth_counter");
    }
}
