package org.symbolon.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.WebuiActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.CompiledPolicy;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.rights.Realms;

/**
 * How policies want the page to look that people log in on. Nobody is known there, so that only where and when the page is
 * asked for matters. What policies contradict each other about, or cannot tell, is left out: it must keep nobody from
 * logging in.
 */
public final class LoginPagePolicies {

    public static final List<Action> ACTIONS = List.of(
            WebuiActions.REALM_DROPDOWN,
            WebuiActions.LOGIN_TEXT,
            WebuiActions.PASSKEY_LOGIN,
            WebuiActions.CUSTOM_MENU,
            WebuiActions.CUSTOM_BASELINE,
            WebuiActions.PRIVACY_STATEMENT_LINK,
            WebuiActions.SHOW_NODE);

    private final Realms realms;
    private final String node;

    public LoginPagePolicies(Realms realms, String node) {
        this.realms = realms;
        this.node = node;
    }

    public LoginPageLooks looks(AskedPolicies asked) {
        if (!asked.hasScope(Scope.WEBUI)) {
            return LoginPageLooks.PLAIN;
        }
        return new LoginPageLooks(
                said(asked, WebuiActions.REALM_DROPDOWN, this::realms, List.of()),
                text(asked, WebuiActions.LOGIN_TEXT),
                text(asked, WebuiActions.CUSTOM_MENU),
                text(asked, WebuiActions.CUSTOM_BASELINE),
                text(asked, WebuiActions.PRIVACY_STATEMENT_LINK),
                said(asked, WebuiActions.SHOW_NODE, answer -> answer.isSet() ? node : "", ""),
                !text(asked, WebuiActions.PASSKEY_LOGIN).equals("hide"));
    }

    private static String text(AskedPolicies asked, Action action) {
        return said(asked, action, answer -> answer.value().orElse(""), "").strip();
    }

    private static <T> T said(AskedPolicies asked, Action action, Function<PolicyAnswer, T> reading, T nothing) {
        try {
            return reading.apply(asked.ask(action, Subject.ANYONE));
        } catch (PolicyRefusal undecided) {
            return nothing;
        }
    }

    /** Those that exist, the default realm first. */
    private List<String> realms(PolicyAnswer answer) {
        List<String> existing = realms.names().stream().sorted().toList();
        if (answer.policies().stream().anyMatch(LoginPagePolicies::meansAllRealms)) {
            return defaultFirst(existing);
        }
        Set<String> named = answer.values().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return defaultFirst(existing.stream().filter(named::contains).toList());
    }

    private static boolean meansAllRealms(CompiledPolicy policy) {
        String action = WebuiActions.REALM_DROPDOWN.name();
        return policy.names(action) && policy.valueOf(action).isEmpty();
    }

    private List<String> defaultFirst(List<String> chosen) {
        String preset = realms.preset().orElse("");
        return chosen.stream()
                .sorted(Comparator.comparing(realm -> !realm.equals(preset)))
                .toList();
    }
}
