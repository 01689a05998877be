package org.symbolon.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.ActionCatalogue;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.WebuiActions;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.Said;

/** What a log-in tells a web interface about how to behave, where policies want it otherwise than it is preset. */
final class WebuiPolicies {

    private static final String ANDROID_APP =
            "https://play.google.com/store/apps/details?id=it.netknights.piauthenticator";
    private static final String IOS_APP = "https://apps.apple.com/us/app/privacyidea-authenticator/id1445401301";

    private static final Map<String, Action> FLAGS = Map.of(
            "user_details", WebuiActions.USER_DETAILS,
            "search_on_enter", WebuiActions.SEARCH_ON_ENTER,
            "hide_welcome", WebuiActions.HIDE_WELCOME_INFO,
            "hide_buttons", WebuiActions.HIDE_BUTTONS,
            "deletion_confirmation", WebuiActions.DELETION_CONFIRMATION,
            "show_seed", WebuiActions.SHOW_SEED);
    private static final Map<String, Action> NUMBERS = Map.of(
            "logout_time", WebuiActions.LOGOUT_TIME,
            "audit_page_size", WebuiActions.AUDIT_PAGE_SIZE,
            "token_page_size", WebuiActions.TOKEN_PAGE_SIZE,
            "user_page_size", WebuiActions.USER_PAGE_SIZE);
    private static final Map<String, Action> TEXTS = Map.of(
            "timeout_action", WebuiActions.TIMEOUT_ACTION,
            "default_tokentype", WebuiActions.DEFAULT_TOKENTYPE,
            "logout_redirect_url", WebuiActions.LOGOUT_REDIRECT);
    private static final Map<String, Action> WITHOUT_TOKEN = Map.of(
            "token_wizard", WebuiActions.TOKENWIZARD,
            "dialog_no_token", WebuiActions.DIALOG_NO_TOKEN);

    private static final Optional<Action> FORCED_ATTRIBUTE =
            ActionCatalogue.find(Scope.USER, "indexedsecret_force_attribute");

    private final OwnedTokens tokens;
    private final String node;

    WebuiPolicies(OwnedTokens tokens, String node) {
        this.tokens = tokens;
        this.node = node;
    }

    /** The actions that are asked about. */
    static List<Action> actions() {
        List<Action> asks = new ArrayList<>(FLAGS.values());
        asks.addAll(NUMBERS.values());
        asks.addAll(TEXTS.values());
        asks.addAll(WITHOUT_TOKEN.values());
        asks.addAll(List.of(
                WebuiActions.TOKENWIZARD_2ND_TOKEN,
                WebuiActions.ADMIN_DASHBOARD,
                WebuiActions.TOKEN_ROLLOVER,
                WebuiActions.SHOW_NODE,
                WebuiActions.POLICY_TEMPLATE_URL,
                WebuiActions.SHOW_ANDROID_PRIVACYIDEA_AUTHENTICATOR,
                WebuiActions.SHOW_IOS_PRIVACYIDEA_AUTHENTICATOR,
                WebuiActions.SHOW_CUSTOM_AUTHENTICATOR,
                WebuiActions.INDEXEDSECRET_PRESET_ATTRIBUTE,
                EnrollmentActions.REQUIRE_DESCRIPTION));
        FORCED_ATTRIBUTE.ifPresent(asks::add);
        return List.copyOf(asks);
    }

    /** What is said to this user, or to a local administrator where there is none. */
    WebuiTerms of(LoginInquiry inquiry, Optional<KnownUser> user) {
        boolean silent = !inquiry.hasScope(Scope.WEBUI)
                && !inquiry.speakOf(EnrollmentActions.REQUIRE_DESCRIPTION)
                && FORCED_ATTRIBUTE.stream().noneMatch(inquiry::speakOf);
        if (silent) {
            return WebuiTerms.NONE;
        }
        Map<Action, Said> said = new HashMap<>();
        actions().forEach(action -> said.put(action, inquiry.said(action, subject(action, inquiry.subject()))));
        return (preset, reading) -> {
            Overlay overlay = new Overlay(action -> reading.apply(said.get(action)), new HashMap<>(preset));
            overlay.addSimple();
            overlay.addTokens(user);
            overlay.addRest(node);
            return overlay.value;
        };
    }

    private static Subject subject(Action action, Subject subject) {
        if (action.equals(WebuiActions.POLICY_TEMPLATE_URL)) {
            return Subject.ANYONE;
        }
        boolean ofRealm = action.equals(WebuiActions.INDEXEDSECRET_PRESET_ATTRIBUTE);
        return ofRealm && subject instanceof Subject.Named named
                ? new Subject.OfRealm(named.name().realm())
                : subject;
    }

    /** The settings of one answer. */
    private final class Overlay {
        private final Function<Action, PolicyAnswer> answers;
        private final Map<String, Object> value;
        private final boolean isUser;

        private Overlay(Function<Action, PolicyAnswer> answers, Map<String, Object> value) {
            this.answers = answers;
            this.value = value;
            this.isUser = "user".equals(value.get("role"));
        }

        private boolean isSet(Action action) {
            return answers.apply(action).isSet();
        }

        private Optional<String> said(Action action) {
            return answers.apply(action).value();
        }

        private void addSimple() {
            FLAGS.forEach((key, action) -> value.put(key, isSet(action)));
            TEXTS.forEach((key, action) -> said(action).ifPresent(text -> value.put(key, text)));
            NUMBERS.forEach((key, action) ->
                    said(action).flatMap(WebuiPolicies::number).ifPresent(number -> value.put(key, number)));
            said(WebuiActions.POLICY_TEMPLATE_URL).ifPresent(url -> value.put("policy_template_url", url));
        }

        private void addTokens(Optional<KnownUser> user) {
            if (isUser && user.isPresent()) {
                WITHOUT_TOKEN.forEach((key, action) -> value.put(key, isSet(action) && !tokens.hasAny(user.get())));
            }
            value.put("token_wizard_2nd", isUser && isSet(WebuiActions.TOKENWIZARD_2ND_TOKEN));
            value.put(
                    "token_rollover", answers.apply(WebuiActions.TOKEN_ROLLOVER).namesByValue());
            Set<String> described =
                    answers.apply(EnrollmentActions.REQUIRE_DESCRIPTION).values();
            value.put("require_description", List.copyOf(described));
        }

        private void addRest(String thisNode) {
            value.put("admin_dashboard", !isUser && isSet(WebuiActions.ADMIN_DASHBOARD));
            value.put("show_node", isSet(WebuiActions.SHOW_NODE) ? thisNode : "");
            if (isSet(WebuiActions.SHOW_ANDROID_PRIVACYIDEA_AUTHENTICATOR)) {
                value.put("qr_image_android", ANDROID_APP);
            }
            if (isSet(WebuiActions.SHOW_IOS_PRIVACYIDEA_AUTHENTICATOR)) {
                value.put("qr_image_ios", IOS_APP);
            }
            said(WebuiActions.SHOW_CUSTOM_AUTHENTICATOR).ifPresent(url -> value.put("qr_image_custom", url));
            said(WebuiActions.INDEXEDSECRET_PRESET_ATTRIBUTE)
                    .ifPresent(attribute -> value.put("indexedsecret_preset_attribute", attribute));
            if (isUser && FORCED_ATTRIBUTE.flatMap(this::said).isPresent()) {
                value.put("indexedsecret_force_attribute", 1);
            }
        }
    }

    /** What is no number leaves the preset in place: a slip of the pen must keep nobody out. */
    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
