package org.symbolon.server.policy.action;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeAction;
import org.symbolon.command.tokentype.TypeAction.Step;

/** The actions about one type of token, as the types themselves describe them. */
public final class TypeActions {

    private static final Collection<TokenType> TYPES = TokenTypes.all().types();
    private static final List<OfType> ALL = TYPES.stream()
            .flatMap(type -> type.describe().actions().stream().flatMap(described -> of(type.name(), described)))
            .toList();

    private static final Map<Step, Map<String, List<Action>>> TOLD = Stream.of(Step.values())
            .collect(Collectors.toMap(Function.identity(), step -> told(step)
                    .collect(Collectors.groupingBy(
                            OfType::type, Collectors.mapping(OfType::action, Collectors.toList())))));

    /** An action, and how its type describes it. */
    private record OfType(String type, TypeAction described, Action action) {}

    private TypeActions() {}

    static List<Action> all() {
        return ALL.stream().map(OfType::action).toList();
    }

    /** What a type is told at a step. */
    public static List<Action> toldAt(Step step, String type) {
        return toldAt(step).getOrDefault(type, List.of());
    }

    /** What each type is told at a step, if it is told anything. */
    public static Map<String, List<Action>> toldAt(Step step) {
        return TOLD.get(step);
    }

    /** What any type is told at a step. */
    public static List<Action> allToldAt(Step step) {
        return told(step).map(OfType::action).toList();
    }

    private static Stream<OfType> told(Step step) {
        return ALL.stream()
                .filter(known -> known.described.use() instanceof TypeAction.Told)
                .filter(known -> known.described.steps().contains(step));
    }

    private static Stream<OfType> of(String type, TypeAction described) {
        return described.scopes().stream().map(scope -> new OfType(type, described, action(type, scope, described)));
    }

    private static Action action(String type, TypeAction.Scope scope, TypeAction described) {
        ActionTable table = new ActionTable(scope(scope));
        ActionBuilder builder =
                switch (described.kind()) {
                    case FLAG -> table.flag(described.name());
                    case NUMBER -> table.number(described.name());
                    case STRING -> table.string(described.name());
                    case WORDS -> table.words(described.name());
                };
        builder.ofType(type).choices(described.choices());
        described.preset().ifPresent(builder::preset);
        if (described.whole()) {
            builder.whole();
        }
        if (described.multiple()) {
            builder.multiple();
        }
        if (described.required()) {
            builder.required();
        }
        if (described.idle()) {
            builder.idle();
        }
        return builder.does(described.sentence());
    }

    private static Scope scope(TypeAction.Scope scope) {
        return switch (scope) {
            case ADMIN -> Scope.ADMIN;
            case USER -> Scope.USER;
            case ENROLLMENT -> Scope.ENROLLMENT;
            case AUTHENTICATION -> Scope.AUTHENTICATION;
            case AUTHORIZATION -> Scope.AUTHORIZATION;
        };
    }
}
