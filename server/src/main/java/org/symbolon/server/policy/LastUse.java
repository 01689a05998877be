package org.symbolon.server.policy;

import java.time.Duration;
import java.util.Optional;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.Subject;

/** How long a token may have been out of use: whoever has not used one for longer is not let in with it. */
final class LastUse {

    static final Action ACTION = AuthorizationActions.LAST_AUTH;

    private LastUse() {}

    /** The longest time since the last success; null for any. */
    static Duration longest(AskedPolicies asked, Subject subject) {
        Optional<String> said = asked.ask(ACTION, subject).value();
        return said.map(LastUse::span).orElse(null);
    }

    private static Duration span(String text) {
        return PolicySpan.parse(text).orElseThrow(() -> MalformedValue.of(ACTION));
    }
}
