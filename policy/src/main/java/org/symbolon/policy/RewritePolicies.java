package org.symbolon.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.matching.PolicyRefusal;

/** What policies make of the names and the password that a log-in comes with, before anybody looks at them. */
final class RewritePolicies {

    private static final int PARTS = 4;

    private static final List<Action> REWRITING =
            List.of(AuthorizationActions.SETREALM, AuthenticationActions.MANGLE, AuthenticationActions.SET_REALM);

    private final LoginSubjects subjects;

    RewritePolicies(LoginSubjects subjects) {
        this.subjects = subjects;
    }

    /**
     * What is put in the place of what was sent: first the realm that the user is looked up in, then any parts of texts, and last the realm
     * of privacyIDEA's action, which comes before the others.
     */
    Map<String, String> ofCheck(AskedPolicies asked, Function<String, Optional<String>> given) {
        if (REWRITING.stream().noneMatch(asked::speakOf)) {
            return Map.of();
        }
        Map<String, String> rewritten = new HashMap<>();
        Optional<String> last = realm(AuthenticationActions.SET_REALM, asked, given);
        realm(AuthorizationActions.SETREALM, asked, given).ifPresent(realm -> rewritten.put("realm", realm));
        mangle(asked, given, rewritten);
        last.ifPresent(realm -> rewritten.put("realm", realm));
        return rewritten;
    }

    /** As {@link #ofCheck} where nobody is looked up. */
    Map<String, String> ofPoll(AskedPolicies asked, Function<String, Optional<String>> given) {
        Map<String, String> rewritten = new HashMap<>();
        mangle(asked, given, rewritten);
        return rewritten;
    }

    /** The realm that whoever is named is to be looked up in, as this action says of what was sent. */
    private Optional<String> realm(Action action, AskedPolicies asked, Function<String, Optional<String>> given) {
        if (!asked.speakOf(action) || !LoginSubjects.namesUser(given)) {
            return Optional.empty();
        }
        Set<String> realms = asked.ask(action, subjects.of(given)).values();
        if (realms.size() > 1) {
            throw new PolicyRefusal(
                    "I do not know, to which realm I should set the new realm." + " Conflicting policies exist.");
        }
        return realms.stream().findFirst();
    }

    /** Parts of what was sent that are replaced by others. */
    private void mangle(AskedPolicies asked, Function<String, Optional<String>> given, Map<String, String> rewritten) {
        if (!asked.speakOf(AuthenticationActions.MANGLE)) {
            return;
        }
        Function<String, Optional<String>> now = rewritten(given, rewritten);
        asked.ask(AuthenticationActions.MANGLE, subjects.of(now)).values().forEach(rule -> apply(rule, now, rewritten));
    }

    /** What was sent, as it has been rewritten so far. */
    static Function<String, Optional<String>> rewritten(
            Function<String, Optional<String>> given, Map<String, String> rewritten) {
        return name -> rewritten.containsKey(name)
                ? Optional.of(rewritten.get(name)).filter(text -> !text.isEmpty())
                : given.apply(name);
    }

    /** A rule is {@code key/search/replacement/}; what is behind it counts for nothing. */
    private static void apply(String rule, Function<String, Optional<String>> given, Map<String, String> rewritten) {
        String[] parts = rule.split("/", PARTS);
        if (parts.length < PARTS) {
            throw MalformedValue.of(AuthenticationActions.MANGLE);
        }
        given.apply(parts[0])
                .ifPresent(text -> rewritten.put(parts[0], PolicyPattern.replacedIn(text, parts[1], parts[2])));
    }
}
