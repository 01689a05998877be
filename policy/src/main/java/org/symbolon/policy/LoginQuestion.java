package org.symbolon.policy;

import java.util.Optional;
import java.util.function.Function;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.asking.AskedPolicies;

/**
 * A log-in that policies are asked about.
 *
 * @param policies as who asks meets them, in one state from the begin to the end of what he does
 * @param given what was sent under a name, if it is a text and not empty
 * @param user who is known already to want in; where nobody is, he is looked for by what was sent
 */
public record LoginQuestion(
        Way way, AskedPolicies policies, Function<String, Optional<String>> given, Optional<KnownUser> user) {

    /** How somebody logs in. */
    public enum Way {
        /** By a program that shows him what is answered. */
        CHECK,
        /** As {@link #CHECK}, for an identity provider. */
        SAML_CHECK,
        /** For a RADIUS server, which shows nothing. */
        RADIUS_CHECK,
        /** By a RADIUS client, which shows a line of text. */
        RADIUS,
        /** Not at all yet: his tokens are asked a challenge. */
        TRIGGER,
        /** To the server itself. */
        SERVER,
        /** To the server itself, with a token whose device names it. */
        SERVER_BY_KEY,
        /** Not at all: a program asks whether a challenge was answered elsewhere. */
        POLL;

        /** Whether it is to let somebody in. */
        boolean isAttempt() {
            return isCheck() || isToServer();
        }

        boolean isToServer() {
            return this == SERVER || this == SERVER_BY_KEY;
        }

        /** Whether whoever logs in sees what he has to scan. */
        boolean showsImages() {
            return this != RADIUS_CHECK && this != RADIUS;
        }

        /** Whether the program can show an API key; a RADIUS client has proven who it is. */
        boolean takesApiKeys() {
            return this == POLL || (isCheck() && this != RADIUS);
        }

        boolean isCheck() {
            return this == CHECK || this == SAML_CHECK || this == RADIUS_CHECK || this == RADIUS;
        }
    }
}
