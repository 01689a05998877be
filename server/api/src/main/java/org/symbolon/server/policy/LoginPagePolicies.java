package org.symbolon.server.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.WebuiActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.Subject;
import org.symbolon.server.policy.matching.CompiledPolicy;
import org.symbolon.server.policy.matching.PolicyAnswer;
import org.symbolon.server.policy.matching.PolicyRefusal;

/**
 * How policies want the page to look that people log in on. Nobody is known there, so that only where and when the page is
 * asked for matters. What policies contradict each other about, or cannot tell, is left out: it must keep nobody from
 * logging in.
 */
final class LoginPagePolicies {

    private final Supplier<ConfigurationView> configuration;
    private final String node;

    LoginPagePolicies(Supplier<ConfigurationView> configuration, String node) {
        this.configuration = configuration;
        this.node = node;
    }

    PrePolicy looks() {
        return PrePolicy.of(
                "looks of the log-in page",
                this::decide,
                WebuiActions.REALM_DROPDOWN,
                WebuiActions.LOGIN_TEXT,
                WebuiActions.CUSTOM_MENU,
                WebuiActions.CUSTOM_BASELINE,
                WebuiActions.PRIVACY_STATEMENT_LINK,
                WebuiActions.SHOW_NODE);
    }

    private void decide(ApiRequest request) {
        AskedPolicies asked = request.policies();
        if (asked.hasScope(Scope.WEBUI)) {
            request.own(LoginPageLooks.class, () -> looks(asked));
        }
    }

    private LoginPageLooks looks(AskedPolicies asked) {
        return new LoginPageLooks(
                said(asked, WebuiActions.REALM_DROPDOWN, this::realms, List.of()),
                text(asked, WebuiActions.LOGIN_TEXT),
                text(asked, WebuiActions.CUSTOM_MENU),
                text(asked, WebuiActions.CUSTOM_BASELINE),
                text(asked, WebuiActions.PRIVACY_STATEMENT_LINK),
                said(asked, WebuiActions.SHOW_NODE, answer -> answer.isSet() ? node : "", ""));
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
        ConfigurationView current = configuration.get();
        List<String> existing =
                current.realms().stream().map(RealmView::name).sorted().toList();
        if (answer.policies().stream().anyMatch(LoginPagePolicies::meansAllRealms)) {
            return defaultFirst(existing, current);
        }
        Set<String> named = answer.values().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return defaultFirst(existing.stream().filter(named::contains).toList(), current);
    }

    private static boolean meansAllRealms(CompiledPolicy policy) {
        String action = WebuiActions.REALM_DROPDOWN.name();
        return policy.names(action) && policy.valueOf(action).isEmpty();
    }

    private static List<String> defaultFirst(List<String> realms, ConfigurationView current) {
        String preset = current.defaultRealm().map(RealmView::name).orElse("");
        return realms.stream()
                .sorted(Comparator.comparing(realm -> !realm.equals(preset)))
                .toList();
    }
}
