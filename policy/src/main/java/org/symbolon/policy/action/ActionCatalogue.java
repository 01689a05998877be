package org.symbolon.policy.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All actions of all scopes: what definitions, rights and documentation are made of. */
public final class ActionCatalogue {

    /** The menus of a web interface, in their order. */
    private static final List<String> MENUS = List.of("tokens", "users", "machines", "config", "audit", "components");

    private static final Map<Scope, Map<String, Action>> BY_SCOPE = byScope();
    private static final Map<Scope, List<String>> NAMES = names();

    private ActionCatalogue() {}

    /** The actions of a scope, also those that only policies name. */
    public static Collection<Action> of(Scope scope) {
        return BY_SCOPE.get(scope).values();
    }

    public static Stream<Action> all() {
        return BY_SCOPE.values().stream().flatMap(actions -> actions.values().stream());
    }

    public static Optional<Action> find(Scope scope, String name) {
        return Optional.ofNullable(BY_SCOPE.get(scope).get(name));
    }

    /** What definitions and rights list of a scope. */
    public static List<Action> listed(Scope scope) {
        return of(scope).stream().filter(Action::isListed).toList();
    }

    /** The names of what definitions and rights list of a scope, sorted. */
    public static List<String> namesOf(Scope scope) {
        return NAMES.get(scope);
    }

    /** The menus that rights open. */
    public static List<String> menusOf(Scope scope, Collection<String> names) {
        Set<String> opened = names.stream()
                .flatMap(name -> find(scope, name).stream())
                .flatMap(action -> action.menus().stream())
                .collect(Collectors.toSet());
        return MENUS.stream().filter(opened::contains).toList();
    }

    private static Map<Scope, Map<String, Action>> byScope() {
        Map<Scope, Map<String, Action>> byScope = new EnumMap<>(Scope.class);
        Arrays.stream(Scope.values()).forEach(scope -> byScope.put(scope, new LinkedHashMap<>()));
        Stream.of(
                        SharedActions.in(Scope.ADMIN),
                        SharedActions.in(Scope.USER),
                        AdminActions.all(),
                        UserActions.all(),
                        ofEachType(Scope.ADMIN, TokenTypeNames.ALL),
                        ofEachType(Scope.USER, TokenTypeNames.FOR_USERS),
                        AuthenticationActions.all(),
                        AuthorizationActions.all(),
                        EnrollmentActions.all(),
                        TypeActions.all(),
                        limits(),
                        WebuiActions.all(),
                        RegisterActions.all(),
                        TokenScopeActions.all())
                .flatMap(List::stream)
                .forEach(action -> byScope.get(action.scope()).put(action.name(), action));
        return byScope;
    }

    private static Map<Scope, List<String>> names() {
        Map<Scope, List<String>> names = new EnumMap<>(Scope.class);
        BY_SCOPE.keySet()
                .forEach(scope -> names.put(
                        scope, listed(scope).stream().map(Action::name).sorted().toList()));
        return names;
    }

    private static List<Action> ofEachType(Scope scope, List<String> enrolled) {
        List<Action> actions = new ArrayList<>();
        enrolled.forEach(type -> actions.add(SharedActions.enrol(type).in(scope)));
        Stream.<Function<String, SharedAction>>of(
                        SharedActions::otpPinMinlength, SharedActions::otpPinMaxlength, SharedActions::otpPinContents)
                .forEach(rule -> TokenTypeNames.ALL.forEach(
                        type -> actions.add(rule.apply(type).in(scope))));
        return actions;
    }

    private static List<Action> limits() {
        return Stream.<Function<String, Action>>of(
                        EnrollmentActions::maxTokenPerUser, EnrollmentActions::maxActiveTokenPerUser)
                .flatMap(limit -> TokenTypeNames.ALL.stream().map(limit))
                .toList();
    }
}
