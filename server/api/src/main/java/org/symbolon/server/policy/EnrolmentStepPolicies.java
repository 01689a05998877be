package org.symbolon.server.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.EnrollmentTypeActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;

/** Which enrolments take more than one step: because the telephone makes a part of the seed, or a value is to be shown. */
final class EnrolmentStepPolicies {

    private static final String TWO_STEPS = "2stepinit";
    private static final Map<String, SharedAction> ACTIVATION =
            Map.of("hotp", SharedActions.HOTP_2STEP, "totp", SharedActions.TOTP_2STEP);
    private static final Map<String, Map<String, Action>> SIZES = Map.of(
            "hotp",
            Map.of(
                    "2step_clientsize", EnrollmentTypeActions.HOTP_2STEP_CLIENTSIZE,
                    "2step_serversize", EnrollmentTypeActions.HOTP_2STEP_SERVERSIZE,
                    "2step_difficulty", EnrollmentTypeActions.HOTP_2STEP_DIFFICULTY),
            "totp",
            Map.of(
                    "2step_clientsize", EnrollmentTypeActions.TOTP_2STEP_CLIENTSIZE,
                    "2step_serversize", EnrollmentTypeActions.TOTP_2STEP_SERVERSIZE,
                    "2step_difficulty", EnrollmentTypeActions.TOTP_2STEP_DIFFICULTY));

    private final TokenQuestions questions;

    EnrolmentStepPolicies(TokenQuestions questions) {
        this.questions = questions;
    }

    /** Whether the seed is made in two steps; without a policy it never is. */
    PrePolicy twoSteps() {
        return PrePolicy.of(
                "enrolment in two steps",
                this::activate,
                ACTIVATION.values().stream()
                        .flatMap(action -> Stream.of(action.in(Scope.ADMIN), action.in(Scope.USER)))
                        .toArray(Action[]::new));
    }

    private void activate(ApiRequest request) {
        SharedAction action = ACTIVATION.get(typeOf(request));
        Optional<String> setting = action == null
                ? Optional.empty()
                : questions.askCaller(request, action).value();
        if (setting.isEmpty()) {
            request.parameters().remove(TWO_STEPS);
            return;
        }
        switch (setting.get()) {
            case "allow" -> {}
            case "force" -> {
                if (questions.target(request).token().isEmpty()) {
                    request.parameters().overwrite(TWO_STEPS, "True");
                }
            }
            default -> throw ApiException.policy("Unknown 2step policy setting: " + setting.get());
        }
    }

    /** How large the parts of the seed are, and in how many rounds they become one. */
    PrePolicy sizesOfSteps() {
        return PrePolicy.of(
                "sizes of the two parts",
                this::size,
                SIZES.values().stream()
                        .flatMap(sizes -> sizes.values().stream())
                        .toArray(Action[]::new));
    }

    private void size(ApiRequest request) {
        if (!request.parameters().flag(TWO_STEPS)) {
            return;
        }
        SIZES.getOrDefault(typeOf(request), Map.of()).forEach((parameter, action) -> {
            OptionalInt size = TokenQuestions.number(questions.ask(request, action));
            if (size.isPresent()) {
                request.parameters().overwrite(parameter, Integer.toString(size.getAsInt()));
            }
        });
    }

    /** Which types of token are good only after one of their values was typed. */
    PrePolicy verification() {
        return PrePolicy.of("verification of the token", this::verify, EnrollmentActions.VERIFY_ENROLLMENT);
    }

    private void verify(ApiRequest request) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)) {
            return;
        }
        String type = questions.target(request).type();
        boolean wanted = questions.ask(request, EnrollmentActions.VERIFY_ENROLLMENT).values().stream()
                .flatMap(types -> Arrays.stream(types.strip().split("\\s+")))
                .anyMatch(type::equalsIgnoreCase);
        if (wanted) {
            RequestedVerification.want(request);
        }
    }

    private static String typeOf(ApiRequest request) {
        return request.parameters().givenText("type").orElse("hotp").toLowerCase(Locale.ROOT);
    }
}
