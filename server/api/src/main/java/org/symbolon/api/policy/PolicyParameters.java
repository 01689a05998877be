package org.symbolon.api.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.command.shared.Truth;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.policy.matching.PolicyExpressions;

/** Reads what a policy shall say from parameters, in which a list may be a text with commas and an action an object. */
final class PolicyParameters {

    static final Shape SHAPE = Shape.fields("")
            .with("scope", Shape.text("What it is about.").required())
            .with(
                    "action",
                    Shape.anything("What it says: a text as in `enable, otppin=1`, or an object.")
                            .required())
            .with("realm", Shape.list("For which realms.").required())
            .with("active", Shape.text("Whether it is in use.").or("true"))
            .with(
                    "check_all_resolvers",
                    Shape.flag("Whether all resolvers of the user count.").or(false))
            .with("priority", Shape.number("Its strength: 1 is the strongest.").or(1))
            .with("adminrealm", Shape.list("For which realms of administrators."))
            .with("adminuser", Shape.list("For which administrators."))
            .with("resolver", Shape.list("For which resolvers."))
            .with("edumfanode", Shape.list("For which nodes."))
            .with("user", Shape.list("For which users."))
            .with("client", Shape.list("For which addresses and networks."))
            .with("time", Shape.text("When, as in `Mon-Fri: 8-18`."))
            .with("conditions", Shape.anything("Lists of section, key, comparator, value and whether it counts."));

    private static final String BETWEEN = ", ";

    private final Parameters parameters;

    PolicyParameters(Parameters parameters) {
        this.parameters = parameters;
    }

    SavePolicy command() {
        String action = action();
        String scope = parameters.required("scope");
        List<String> realms = list("realm").orElseThrow(() -> ApiException.missingParameter("realm"));
        SavePolicy.Further further = new SavePolicy.Further(
                list("adminrealm"),
                list("adminuser"),
                list("resolver"),
                list("edumfanode"),
                list("user"),
                list("client"),
                parameters.text("time"),
                parameters.value("conditions").map(ConditionJson::read));
        return readable(new SavePolicy(
                parameters.required("name"),
                active(),
                parameters.flag("check_all_resolvers"),
                parameters.integer("priority", 1),
                scope,
                PolicyText.actions(action),
                realms,
                further));
    }

    /** The command, if each regular expression in it is one: another would refuse everything that it would decide about. */
    private static SavePolicy readable(SavePolicy command) {
        SavePolicy.Further further = command.further();
        Stream<String> names = Stream.of(
                        Optional.of(command.realms()),
                        further.adminRealms(),
                        further.adminUsers(),
                        further.resolvers(),
                        further.users())
                .flatMap(Optional::stream)
                .flatMap(List::stream);
        Stream<String> actions = command.actions().stream().map(PolicyAction::name);
        PolicyExpressions.malformedName(Stream.concat(names, actions))
                .or(() -> further.conditions().flatMap(PolicyExpressions::malformedValue))
                .ifPresent(text -> {
                    throw ApiException.parameter("Not a regular expression: " + text);
                });
        return command;
    }

    /** Whatever says nothing, false included, counts as true: a policy is put out of use by a text. */
    private boolean active() {
        boolean silent = !parameters.filled("active");
        return silent || parameters.flag("active") || Truth.of(lowerCase("active"));
    }

    private String lowerCase(String name) {
        return parameters.value(name).map(Object::toString).orElse("").toLowerCase(Locale.ROOT);
    }

    private String action() {
        Object value = parameters.value("action").orElseThrow(() -> ApiException.missingParameter("action"));
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(PolicyParameters::action).collect(Collectors.joining(BETWEEN));
        }
        return text("action", value);
    }

    private static String action(Map.Entry<?, ?> entry) {
        String name = entry.getKey().toString();
        return Boolean.TRUE.equals(entry.getValue()) ? name : name + "=" + word("action", entry.getValue());
    }

    private Optional<List<String>> list(String name) {
        return parameters.value(name).map(value -> PolicyText.list(text(name, value)));
    }

    private static String text(String name, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> word(name, element)).collect(Collectors.joining(BETWEEN));
        }
        return word(name, value);
    }

    private static String word(String name, Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return PythonText.of(value);
        }
        if (value instanceof String text) {
            return text;
        }
        throw ApiException.parameter("Parameter '" + name + "' must be a text or a list of texts");
    }
}
