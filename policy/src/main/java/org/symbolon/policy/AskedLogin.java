package org.symbolon.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.KnownUser;

/**
 * All that policies say about a log-in.
 *
 * @param rewritten what they put in the place of what was sent, by name
 * @param user who wants in, or whose token it is; empty if nobody is known
 * @param apiKey whether the program must show an API key
 * @param mode with what he logs in to the server itself
 * @param remoteUser whether it counts that a web server in front has checked him
 * @param terms how the log-in is to be judged
 * @param answer how it is to be answered
 * @param policies the names of those that have taken effect already, in their order
 */
public record AskedLogin(
        Map<String, String> rewritten,
        Optional<KnownUser> user,
        Ruled<Boolean> apiKey,
        LoginMode mode,
        boolean remoteUser,
        LoginTerms terms,
        AnswerTerms answer,
        List<String> policies) {

    /** Where no policy says anything. */
    static AskedLogin silent(Optional<KnownUser> user) {
        return new AskedLogin(
                Map.of(),
                user,
                Ruled.nothing(),
                LoginMode.USERSTORE,
                false,
                LoginTerms.NONE,
                AnswerTerms.NONE,
                List.of());
    }
}
