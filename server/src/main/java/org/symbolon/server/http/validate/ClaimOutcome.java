package org.symbolon.server.http.validate;

import java.util.Optional;
import org.symbolon.command.auth.Claimed;
import org.symbolon.server.http.ApiRequest;

/** What came of the claim that a request led to; nothing if it led to none. */
public final class ClaimOutcome {

    private Claimed claimed;
    private boolean tooOften;

    private ClaimOutcome() {}

    public static ClaimOutcome of(ApiRequest request) {
        return request.own(ClaimOutcome.class, ClaimOutcome::new);
    }

    void settle(Claimed outcome) {
        claimed = outcome;
    }

    void tooOften() {
        tooOften = true;
    }

    /** Whether the user has tried so often that no more of it is looked at. */
    public boolean isTooOften() {
        return tooOften;
    }

    /** Whether the user has got a token. */
    public boolean isSuccess() {
        return claimed != null && claimed.decision().accepted();
    }

    /** Why he has not, although the value was right. */
    public Optional<String> excess() {
        return Optional.ofNullable(claimed).map(Claimed::excess);
    }
}
