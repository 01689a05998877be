package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Kind;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.action.TypeActions.Parameter;
import org.symbolon.policy.action.TypeActions.Use;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;

/** What new tokens are like: what policies say of it takes the place of what is asked for. */
final class ParameterPolicies {

    static final List<Action> DESCRIPTION = List.of(EnrollmentActions.REQUIRE_DESCRIPTION);
    static final List<Action> TO_APPS = Stream.concat(EnrollmentActions.TO_APPS.values().stream(), overwriting(true))
            .toList();
    static final List<Action> PRESETS = overwriting(false).toList();
    static final List<Action> DECIDED =
            TypeActions.parameters(Use.DECIDES).stream().map(Parameter::action).toList();

    private ParameterPolicies() {}

    private static Stream<Action> overwriting(boolean ofEnrollment) {
        return TypeActions.parameters(Use.OVERWRITES).stream()
                .map(Parameter::action)
                .filter(action -> (action.scope() == Scope.ENROLLMENT) == ofEnrollment);
    }

    /** New tokens of some types must be described. */
    static void requireDescription(TokenInquiry inquiry, boolean described) {
        if (described || !inquiry.hasScope(Scope.ENROLLMENT)) {
            return;
        }
        TokenTarget target = inquiry.target();
        boolean required = target.token().isEmpty()
                && inquiry.ask(EnrollmentActions.REQUIRE_DESCRIPTION).values().stream()
                        .anyMatch(target.type()::equalsIgnoreCase);
        if (required) {
            throw new PolicyRefusal("Description required for " + target.type() + " token.");
        }
    }

    /** What an authenticator app is told. */
    static void addToApps(TokenInquiry inquiry, ParameterTerms.Draft draft) {
        EnrollmentActions.TO_APPS.forEach(
                (parameter, action) -> inquiry.ask(action).value().ifPresent(value -> draft.say(parameter, value)));
        TypeActions.parameters(Use.OVERWRITES, inquiry.wantedType(), Scope.ENROLLMENT)
                .forEach(parameter -> add(parameter, inquiry.ask(parameter.action()), draft));
    }

    /** What administrators and users are allowed of the parameters of the type, such as its hash function. */
    static void addPresets(TokenInquiry inquiry, ParameterTerms.Draft draft) {
        TypeActions.parameters(Use.OVERWRITES, inquiry.wantedType(), inquiry.callersScope())
                .forEach(parameter -> add(parameter, inquiry.askCaller(parameter.action()), draft));
    }

    private static void add(Parameter parameter, PolicyAnswer answer, ParameterTerms.Draft draft) {
        answer.text().ifPresent(value -> draft.say(parameter.name(), value));
    }

    /** What nobody else has a say in. */
    static void addDecided(TokenInquiry inquiry, ParameterTerms.Draft draft) {
        TypeActions.parameters(Use.DECIDES).forEach(parameter -> draft.decideAbout(parameter.name()));
        TypeActions.parameters(Use.DECIDES, inquiry.wantedType(), Scope.ENROLLMENT)
                .forEach(parameter -> inquiry.ask(parameter.action())
                        .value()
                        .map(value -> sound(parameter, value))
                        .ifPresent(value -> draft.say(parameter.name(), value)));
    }

    private static String sound(Parameter parameter, String value) {
        boolean isNumber = parameter.action().kind() == Kind.NUMBER;
        String written = isNumber ? Integer.toString(PolicyNumbers.of(value)) : value;
        if (!parameter.sound().test(written)) {
            throw PolicyNumbers.malformed();
        }
        return written;
    }
}
