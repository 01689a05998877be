package org.symbolon.policy.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.action.TypeActions.Parameter;
import org.symbolon.policy.action.TypeActions.Use;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyRefusal;

/** Which enrolments take more than one step: because the telephone makes a part of the seed, or a value is to be shown. */
final class EnrolmentStepPolicies {

    static final List<Action> OF_TWO_STEPS = Stream.of(Use.ALLOWS_TWO_STEPS, Use.OF_TWO_STEPS)
            .flatMap(use -> TypeActions.parameters(use).stream().map(Parameter::action))
            .toList();
    static final List<Action> VERIFYING = List.of(EnrollmentActions.VERIFY_ENROLLMENT);

    /** What the type is told, too: it alone knows which request is the second step, for which that means nothing. */
    private static final String FORCE = "force";

    private EnrolmentStepPolicies() {}

    /** Whether the seed is made in two steps, which without a policy it never is, and how large its parts are then. */
    static void addTwoSteps(TokenInquiry inquiry, ParameterTerms.Draft draft) {
        TypeActions.parameters(Use.ALLOWS_TWO_STEPS).forEach(allowing -> draft.decideAbout(allowing.name()));
        List<Parameter> allowing =
                TypeActions.parameters(Use.ALLOWS_TWO_STEPS, inquiry.wantedType(), inquiry.callersScope());
        allowing.forEach(parameter -> allow(inquiry, parameter, draft));
        if (allowing.stream().anyMatch(parameter -> draft.isWanted(parameter.name()))) {
            TypeActions.parameters(Use.OF_TWO_STEPS, inquiry.wantedType(), Scope.ENROLLMENT)
                    .forEach(size -> addSize(inquiry, size, draft));
        }
    }

    private static void allow(TokenInquiry inquiry, Parameter parameter, ParameterTerms.Draft draft) {
        Optional<String> setting = inquiry.askCaller(parameter.action()).value();
        if (setting.isEmpty()) {
            return;
        }
        switch (setting.get()) {
            case "allow" -> draft.leave(parameter.name());
            case FORCE -> draft.say(parameter.name(), FORCE);
            default -> throw new PolicyRefusal("Unknown 2step policy setting: " + setting.get());
        }
    }

    private static void addSize(TokenInquiry inquiry, Parameter parameter, ParameterTerms.Draft draft) {
        OptionalInt size = PolicyNumbers.of(inquiry.ask(parameter.action()));
        if (size.isPresent()) {
            draft.say(parameter.name(), Integer.toString(size.getAsInt()));
        }
    }

    /** Whether a token of the type is good only after one of its values was typed. */
    static boolean isToBeVerified(TokenInquiry inquiry) {
        if (!inquiry.hasScope(Scope.ENROLLMENT)) {
            return false;
        }
        String type = inquiry.target().type();
        return inquiry.ask(EnrollmentActions.VERIFY_ENROLLMENT).values().stream()
                .flatMap(types -> Arrays.stream(types.strip().split("\\s+")))
                .anyMatch(type::equalsIgnoreCase);
    }
}
