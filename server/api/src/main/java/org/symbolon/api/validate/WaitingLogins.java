package org.symbolon.api.validate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.Postponement;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogIn;

/** Puts a log-in off while somebody is waited for who is asked by another way, and has it decided once he has answered or is too late. */
@Component
public final class WaitingLogins {

    /** The kind of what a log-in waits for, by the id of its transaction. */
    public static final String KIND = "log-ins";

    private final PostponedRequests postponed;

    WaitingLogins(PostponedRequests postponed) {
        this.postponed = postponed;
    }

    /**
     * The reply to a decision that is not one yet; empty where it is.
     *
     * @throws org.symbolon.api.kernel.ApiException 503 if too many wait already
     */
    Optional<Reply> putOff(Decision decision) {
        if (decision.patience() == 0) {
            return Optional.empty();
        }
        postponed.requireRoom();
        return Optional.of(Reply.postponed(
                new Postponement(KIND, decision.asked().transactionId(), Duration.ofSeconds(decision.patience()))));
    }

    /** The log-in, which knows for whom it has waited if it has. */
    static Supplier<LogIn> resumed(ApiRequest request, Supplier<LogIn> attempts) {
        return request.awaited()
                .<Supplier<LogIn>>map(transaction -> () -> attempts.get().after(transaction))
                .orElse(attempts);
    }
}
