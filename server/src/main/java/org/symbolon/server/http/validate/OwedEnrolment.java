package org.symbolon.server.http.validate;

import java.util.Optional;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.OwedToken;
import org.symbolon.server.http.ApiRequest;

/** The token that the user of a request has to enrol before he is let in, as the latest decision about it says. */
public final class OwedEnrolment {

    private OwedToken token;

    private OwedEnrolment() {}

    static void note(ApiRequest request, Decision decision) {
        held(request).token = decision.owed();
    }

    /** The token; empty if none is owed. */
    public static Optional<OwedToken> of(ApiRequest request) {
        return Optional.ofNullable(held(request).token);
    }

    private static OwedEnrolment held(ApiRequest request) {
        return request.own(OwedEnrolment.class, OwedEnrolment::new);
    }
}
