package org.symbolon.policy.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Step;

/** The actions about one type of token, as the types themselves describe them. */
public final class TypeActions {

    private static final List<OfType> OWN = made(action -> !action.borrowed());

    /** What another type has described is one action, whoever is told it: two of one scope and name are equal. */
    private static final List<OfType> ALL =
            Stream.concat(OWN.stream(), made(TypeAction::borrowed).stream()).toList();

    private static final Map<String, List<Action>> TOLD_AT_LOGIN = byType(told(Step.LOGIN));

    private static final Map<String, List<Action>> TOLD_AT_PATIENT_LOGIN =
            byType(Stream.concat(told(Step.LOGIN), told(Step.WAIT)));

    /** An action, and how its type describes it. */
    private record OfType(String type, TypeAction described, Action action) {}

    /** What becomes of what is said of a parameter of enrolments. */
    public enum Use {
        /** It takes the place of what was asked for; as {@code True}, if it is a flag. */
        OVERWRITES,
        /** It alone decides, whatever was asked for. */
        DECIDES,
        /** It says whether there may or must be two steps, which the parameter asks for. */
        ALLOWS_TWO_STEPS,
        /** A number that takes the place of what was asked for, where there are two steps. */
        OF_TWO_STEPS
    }

    /**
     * An action about a parameter of enrolments of one type.
     *
     * @param sound whether a value is one that the type can go by
     */
    public record Parameter(String type, String name, Use use, Action action, Predicate<String> sound) {}

    private TypeActions() {}

    static List<Action> all() {
        return OWN.stream().map(OfType::action).toList();
    }

    /** What a type is told when a token of it is enrolled. */
    public static List<Action> toldAtEnrolment(String type) {
        return told(Step.ENROLMENT)
                .filter(known -> known.type.equals(type))
                .map(OfType::action)
                .toList();
    }

    /** What any type is told when a token of it is enrolled. */
    public static List<Action> allToldAtEnrolment() {
        return told(Step.ENROLMENT).map(OfType::action).distinct().toList();
    }

    private static Map<String, List<Action>> byType(Stream<OfType> told) {
        return told.collect(
                Collectors.groupingBy(OfType::type, Collectors.mapping(OfType::action, Collectors.toList())));
    }

    /**
     * What each type is told at a log-in, if it is told anything.
     *
     * @param patient whether the log-in can wait before it is answered
     */
    public static Map<String, List<Action>> toldAtLogin(boolean patient) {
        return patient ? TOLD_AT_PATIENT_LOGIN : TOLD_AT_LOGIN;
    }

    /** What any type is told at a log-in. */
    public static List<Action> allToldAtLogin(boolean patient) {
        return toldAtLogin(patient).values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Action::name))
                .toList();
    }

    /** What a type is told when somebody calls its endpoint. */
    public static List<Action> toldAtCall(String type) {
        return told(Step.CALL)
                .filter(known -> known.type.equals(type))
                .map(OfType::action)
                .toList();
    }

    /** What any type is told when somebody calls its endpoint. */
    public static List<Action> allToldAtCall() {
        return told(Step.CALL).map(OfType::action).distinct().toList();
    }

    private static Stream<OfType> told(Step step) {
        return ALL.stream()
                .filter(known -> known.described.use() instanceof TypeAction.Told)
                .filter(known -> known.described.steps().contains(step) && !known.described.idle());
    }

    /** Those about parameters of enrolments of all types. */
    public static List<Parameter> parameters(Use use) {
        return ALL.stream()
                .flatMap(known -> parameter(known).stream())
                .filter(parameter -> parameter.use == use)
                .toList();
    }

    /** Those of one type in one scope. */
    public static List<Parameter> parameters(Use use, String type, Scope scope) {
        return parameters(use).stream()
                .filter(parameter ->
                        parameter.type.equals(type) && parameter.action.scope().equals(scope))
                .toList();
    }

    private static Optional<Parameter> parameter(OfType known) {
        TypeAction.Use use = known.described.use();
        if (use instanceof TypeAction.Overwrites overwrites) {
            return Optional.of(parameter(known, overwrites.parameter(), Use.OVERWRITES));
        }
        if (use instanceof TypeAction.Decides decides) {
            return Optional.of(new Parameter(
                    known.type, decides.parameter(), Use.DECIDES, known.action, decides.check()::isSound));
        }
        if (use instanceof TypeAction.AllowsTwoSteps allows) {
            return Optional.of(parameter(known, allows.parameter(), Use.ALLOWS_TWO_STEPS));
        }
        return use instanceof TypeAction.OfTwoSteps size
                ? Optional.of(parameter(known, size.parameter(), Use.OF_TWO_STEPS))
                : Optional.empty();
    }

    private static Parameter parameter(OfType known, String name, Use use) {
        return new Parameter(known.type, name, use, known.action, value -> true);
    }

    private static List<OfType> made(Predicate<TypeAction> wanted) {
        return PolicedTypes.known().all().stream()
                .flatMap(
                        type -> type.actions().stream().filter(wanted).flatMap(described -> of(type.name(), described)))
                .toList();
    }

    private static Stream<OfType> of(String type, TypeAction described) {
        return described.scopes().stream()
                .sorted()
                .map(scope -> new OfType(type, described, action(type, scope, described)));
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
        described.offered().map(TypeActions::existing).ifPresent(builder::existing);
        described.heading().ifPresent(builder::group);
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

    private static Existing existing(TypeAction.Existing things) {
        return switch (things) {
            case CA_CONNECTORS -> Existing.CA_CONNECTORS;
            case SMS_GATEWAYS -> Existing.SMS_GATEWAYS;
        };
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
