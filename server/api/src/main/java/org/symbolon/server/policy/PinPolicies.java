package org.symbolon.server.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Refusals;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.matching.PolicyAnswer;

/** Who sets PINs, which ones the server makes up, and when they are to be changed. */
final class PinPolicies {

    private static final Set<String> HANDLERS = Set.of("edumfa.lib.pinhandling.base.PinHandler");
    private static final Pattern DAYS = Pattern.compile("\\s*(\\d{1,5})\\s*d\\s*");

    private final TokenQuestions questions;
    private final PinRulePolicies rules;
    private final DefaultRealm defaultRealm;
    private final Randomness randomness;
    private final Clock clock;

    /** The name of the default realm, empty if there is none. */
    @FunctionalInterface
    interface DefaultRealm {
        Optional<String> name();
    }

    PinPolicies(
            TokenQuestions questions,
            PinRulePolicies rules,
            DefaultRealm defaultRealm,
            Randomness randomness,
            Clock clock) {
        this.questions = questions;
        this.rules = rules;
        this.defaultRealm = defaultRealm;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** A PIN of somebody who has no right to set one with an enrolment is left out silently. */
    PrePolicy pinOfEnrolment() {
        return PrePolicy.of(
                "right enrollpin",
                this::leaveOut,
                SharedActions.ENROLLPIN.in(Scope.ADMIN),
                SharedActions.ENROLLPIN.in(Scope.USER));
    }

    private void leaveOut(ApiRequest request) {
        if (request.parameters().has("pin")
                && questions.hasScope(request, TokenQuestions.scopeOf(request))
                && !questions.askCaller(request, SharedActions.ENROLLPIN).isSet()) {
            request.parameters().remove("pin");
        }
    }

    /** A PIN that the server makes up takes the place of that in the request. */
    PrePolicy randomPin() {
        return PrePolicy.of(
                "random PIN", this::makeForEnrolment, EnrollmentActions.OTP_PIN_RANDOM, EnrollmentActions.PINHANDLING);
    }

    private void makeForEnrolment(ApiRequest request) {
        OptionalInt length = TokenQuestions.number(questions.ask(request, EnrollmentActions.OTP_PIN_RANDOM));
        if (length.isEmpty()) {
            return;
        }
        requireHandlers(questions.ask(request, EnrollmentActions.PINHANDLING));
        request.parameters().overwrite("pin", made(request, length.getAsInt()).reveal());
    }

    /** The one handler that there is does nothing with a PIN; one that nobody knows must not lose PINs silently. */
    private static void requireHandlers(PolicyAnswer handling) {
        for (String handler : handling.values()) {
            if (!HANDLERS.contains(handler)) {
                throw ApiException.policy("The PIN handler " + handler + " does not exist.");
            }
        }
    }

    /** A PIN is made up on request, if a policy says how long it is. */
    PrePolicy pinOnRequest() {
        return PrePolicy.of(
                "random PIN on request",
                this::makeOnRequest,
                SharedActions.OTP_PIN_SET_RANDOM.in(Scope.ADMIN),
                SharedActions.OTP_PIN_SET_RANDOM.in(Scope.USER));
    }

    private void makeOnRequest(ApiRequest request) {
        OptionalInt length = TokenQuestions.number(questions.askCaller(request, SharedActions.OTP_PIN_SET_RANDOM));
        if (length.isEmpty()) {
            throw ApiException.tokenAdmin("You need to specify a policy 'otp_pin_set_random' in scope "
                    + TokenQuestions.scopeOf(request).wire() + ".");
        }
        MadePin.set(request, made(request, length.getAsInt()));
    }

    private Secret made(ApiRequest request, int length) {
        if (length > Limits.PIN) {
            throw TokenQuestions.malformed();
        }
        CharacterRule contents = rules.contentsOfMadePins(request);
        try {
            return Secret.of(contents.generate(length, randomness));
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }

    /** A PIN is kept so that it can be read again. No parameter of a request decides that, as in eduMFA. */
    PrePolicy readable() {
        return PrePolicy.of(
                "encrypted PIN",
                request -> {
                    if (questions.ask(request, EnrollmentActions.ENCRYPT_PIN).isSet()) {
                        ReadablePin.want(request);
                    }
                },
                EnrollmentActions.ENCRYPT_PIN);
    }

    /** An administrator enrols a token: its PIN is due to be changed at once; that of a user who sets one is due later. */
    PrePolicy dueAfterEnrolment() {
        return due(request ->
                TokenQuestions.isByAdmin(request) || request.parameters().has("pin"));
    }

    /** As {@link #dueAfterEnrolment()}, where the PIN in this parameter is set. */
    PrePolicy dueAfterChange(String parameter) {
        return due(request -> request.parameters().has(parameter));
    }

    /** As {@link #dueAfterEnrolment()}, where a PIN is made up. */
    PrePolicy dueAfterRandomPin() {
        return due(request -> true);
    }

    private PrePolicy due(Predicate<ApiRequest> sets) {
        return PrePolicy.of(
                "when the PIN is due",
                request -> {
                    if (sets.test(request)) {
                        note(request);
                    }
                },
                EnrollmentActions.CHANGE_PIN_ON_FIRST_USE,
                EnrollmentActions.CHANGE_PIN_EVERY);
    }

    private void note(ApiRequest request) {
        Instant now = clock.instant();
        if (!TokenQuestions.isByAdmin(request)) {
            PinDueDate.remove(request);
            ask(request, EnrollmentActions.CHANGE_PIN_EVERY)
                    .flatMap(PolicyAnswer::value)
                    .map(PinPolicies::days)
                    .ifPresent(days -> PinDueDate.set(request, TokenDates.toMinutes(now.plus(days, ChronoUnit.DAYS))));
            return;
        }
        if (ask(request, EnrollmentActions.CHANGE_PIN_ON_FIRST_USE)
                .filter(PolicyAnswer::isSet)
                .isPresent()) {
            PinDueDate.set(request, TokenDates.toMinutes(now));
        }
    }

    /** What is said for the token's realm, or for the default realm if it is in none. */
    private Optional<PolicyAnswer> ask(ApiRequest request, Action action) {
        if (!questions.hasScope(request, Scope.ENROLLMENT)) {
            return Optional.empty();
        }
        return questions.target(request).realms().stream()
                .findFirst()
                .or(defaultRealm::name)
                .map(realm -> questions.ask(request, action, realm));
    }

    /** For how many days a PIN is good, as policies write it. */
    static int days(String written) {
        Matcher days = DAYS.matcher(written);
        if (!days.matches()) {
            throw TokenQuestions.malformed();
        }
        return Integer.parseInt(days.group(1));
    }
}
