package org.symbolon.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.UserActions;

/** Which custom attributes of which users may be changed. What no policy names is forbidden, also where there is none. */
public final class AttributePolicies {

    private static final String NOT_THERE = "None";

    private final Policies policies;
    private final RightTargets targets;

    AttributePolicies(Policies policies, RightTargets targets) {
        this.policies = policies;
        this.targets = targets;
    }

    PrePolicy setting() {
        return PrePolicy.of(
                "right set_custom_user_attributes",
                this::requireSetting,
                AdminActions.SET_CUSTOM_USER_ATTRIBUTES,
                UserActions.SET_CUSTOM_USER_ATTRIBUTES);
    }

    PrePolicy deleting() {
        return PrePolicy.of(
                "right delete_custom_user_attributes",
                this::requireDeleting,
                AdminActions.DELETE_CUSTOM_USER_ATTRIBUTES,
                UserActions.DELETE_CUSTOM_USER_ATTRIBUTES);
    }

    private void requireSetting(ApiRequest request) {
        String key = request.parameters().text("key").orElse(NOT_THERE);
        String value = request.parameters().printed("value").orElse(NOT_THERE);
        if (!rightsOf(request).maySet(key, value)) {
            throw ApiException.policy("You are not allowed to set the custom user attribute " + key + "!");
        }
    }

    private void requireDeleting(ApiRequest request) {
        String key = request.parameters().required("attrkey");
        if (!rightsOf(request).mayDelete(key)) {
            throw ApiException.policy("You are not allowed to delete the custom user attribute " + key + "!");
        }
    }

    /** What the caller may do with the attributes of the user whom the request names. */
    public AttributeRights rightsOf(ApiRequest request) {
        Map<String, List<String>> settable = new LinkedHashMap<>();
        values(request, SharedActions.SET_CUSTOM_USER_ATTRIBUTES).forEach(value -> addSettable(value, settable));
        Set<String> deletable = new LinkedHashSet<>();
        values(request, SharedActions.DELETE_CUSTOM_USER_ATTRIBUTES)
                .forEach(value -> words(value).forEach(deletable::add));
        return new AttributeRights(settable, List.copyOf(deletable));
    }

    private Set<String> values(ApiRequest request, SharedAction action) {
        AskedPolicies asked = policies.of(request);
        Scope scope = RightPolicies.scopeOf(request);
        if (!asked.hasScope(scope)) {
            return Set.of();
        }
        Subject user = targets.userOfAttribute(request).get(0);
        return asked.askCaller(action.in(scope), user).values();
    }

    /** Reads {@code :colour: red blue :size: *}: between colons stands a key, and behind it its values. */
    private static void addSettable(String text, Map<String, List<String>> settable) {
        List<String> values = new ArrayList<>();
        for (String word : words(text).toList()) {
            if (word.length() > 2 && word.startsWith(":") && word.endsWith(":")) {
                values = settable.computeIfAbsent(word.substring(1, word.length() - 1), key -> new ArrayList<>());
            } else if (!values.contains(word)) {
                values.add(word);
            }
        }
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
    }
}
