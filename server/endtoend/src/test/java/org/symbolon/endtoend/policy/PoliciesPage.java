package org.symbolon.endtoend.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.NeedText;
import org.symbolon.api.kernel.Route;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.ActionCatalogue;
import org.symbolon.policy.action.Kind;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.TokenTypeNames;

/** The page docs/policies.md, made of the catalogue of actions and of what routes need. */
final class PoliciesPage {

    private static final String NO_REASON = "nothing asks for it yet";

    private static final String INTRODUCTION =
            """
            # What policies can say

            This page is made of the table of actions in the code (`policy/action`), as are `GET /policy/defs` and the rights in
            the answer of `POST /auth`, and of what endpoints say that they need and ask. `PoliciesPageTest` fails when they differ; this writes the page anew:

                ./mvnw -B -pl server/endtoend -am test -Dtest=PoliciesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsymbolon.docs.write=true

            A policy has one scope, and names actions of it: `enable, otp_pin_minlength=4`. Commas part them, so no value can hold one;
            blanks beside `=` are part of the name or of the value. What kind of value an action has:

            - *flag*: none. It is enough to name it.
            - *number*, *word*: one value. Only the strongest policies that fit count, those with the lowest number as priority; if they
              say different things, the request is refused. *text* is the same, and may hold blanks.
            - *words*: values with blanks between them, of all policies that fit together. *texts* are the values of all policies, too,
              but a blank does not part them. *numbers* are those of all policies, of which the largest counts.

            The name of an action may be a pattern: `*` stands for all of a scope, `enroll.*` for all that fit the regular expression,
            and `*, -delete` for all but one.

            **What is not on this page is not refused.** A policy may have any scope and name any action, as in eduMFA, so that policies
            of other versions can be brought along; what nobody asks for has no effect. A misspelt name is one of these.

            `<type>` and `<TYPE>` stand for the types of token, in small and in capital letters: %s. Users may enrol all but %s.
            """;

    private final Set<String> inEffect;
    private final List<Route> routes;

    PoliciesPage(Set<String> inEffect, List<Route> routes) {
        this.inEffect = inEffect;
        this.routes = routes;
    }

    String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION.formatted(
                listed(TokenTypeNames.ALL),
                listed(TokenTypeNames.ALL.stream()
                        .filter(Predicate.not(TokenTypeNames.FOR_USERS::contains))
                        .toList())));
        Arrays.stream(Scope.values()).forEach(scope -> page.append(section(scope)));
        return page.append(needs()).append(notYetInEffect()).append(idle()).toString();
    }

    private static String section(Scope scope) {
        String heading = "\n## Scope `" + scope.wire() + "`\n\n" + scope.about() + "\n";
        if (scope.isEmpty()) {
            return heading;
        }
        String rows = families(scope).stream().map(PoliciesPage::row).collect(Collectors.joining());
        return heading + "\n| action | kind | values | without a policy | what it does |\n|---|---|---|---|---|\n"
                + rows;
    }

    private static String row(Action action) {
        List<String> cells = List.of(
                code(action.family()),
                kind(action),
                values(action),
                action.defaultText().map(PoliciesPage::code).orElse(""),
                action.description() + (action.required() ? " It is needed." : ""));
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /** One of those that differ in the type of token only stands for all of them. */
    private static Collection<Action> families(Scope scope) {
        Map<String, Action> families = new LinkedHashMap<>();
        ActionCatalogue.of(scope).forEach(action -> families.putIfAbsent(action.family(), action));
        return families.values();
    }

    private static String kind(Action action) {
        return switch (action.kind()) {
            case FLAG -> "flag";
            case NUMBER -> action.isUnique() ? "number" : "numbers";
            case STRING -> action.isWhole() ? "text" : "word";
            case WORDS -> action.isWhole() ? "texts" : "words";
            case TEXT -> "text";
        };
    }

    private static String values(Action action) {
        List<String> values = new ArrayList<>();
        if (isRange(action)) {
            int last = action.choices().size() - 1;
            values.add(action.choices().get(0) + " to " + action.choices().get(last));
        } else if (action.choices().equals(TokenTypeNames.ALL)) {
            values.add("types of token");
        } else {
            action.choices().forEach(choice -> values.add(code(choice)));
        }
        action.existing().ifPresent(things -> values.add("the " + things.title()));
        return String.join(", ", values);
    }

    private static boolean isRange(Action action) {
        return action.kind() == Kind.NUMBER && action.choices().size() > 2;
    }

    /** What each endpoint that is not for everybody needs, by its path. */
    private String needs() {
        String rows = routes.stream()
                .filter(route -> route.access() != Access.OPEN)
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .map(route -> "| `%s` | %s |\n".formatted(route.action(), NeedText.of(route)))
                .collect(Collectors.joining());
        return "\n## What an endpoint needs\n\n"
                + "While no policy of the scope is in use, everybody has every right; custom attributes are the exception.\n\n"
                + "| endpoint | what it needs |\n|---|---|\n"
                + rows;
    }

    private String notYetInEffect() {
        StringBuilder section = new StringBuilder("\n## Not yet in effect\n\n");
        section.append("These can be kept and are offered, and change nothing yet.\n");
        for (Scope scope : Scope.values()) {
            Map<String, List<String>> waiting = new LinkedHashMap<>();
            families(scope).stream()
                    .filter(action -> !inEffect.contains(Asked.family(action)) && !action.isIdle())
                    .forEach(action -> waiting.computeIfAbsent(reason(action), reason -> new ArrayList<>())
                            .add(action.family()));
            if (!waiting.isEmpty()) {
                section.append("\nScope `").append(scope.wire()).append("`:\n\n");
            }
            waiting.forEach((reason, names) -> section.append("- ")
                    .append(reason)
                    .append(": ")
                    .append(listed(names))
                    .append("\n"));
        }
        return section.toString();
    }

    private static String idle() {
        StringBuilder section = new StringBuilder("\n## Without effect\n\n");
        section.append(
                "Nothing asks for these, in eduMFA neither; web interfaces and other programs may read them.\n\n");
        Arrays.stream(Scope.values()).forEach(scope -> families(scope).stream()
                .filter(Action::isIdle)
                .forEach(action ->
                        section.append("- ").append(code(action.toString())).append("\n")));
        return section.toString();
    }

    private static String reason(Action action) {
        return action.waitsFor().map(missing -> "for want of " + missing).orElse(NO_REASON);
    }

    private static String listed(List<String> names) {
        return names.stream().map(PoliciesPage::code).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
