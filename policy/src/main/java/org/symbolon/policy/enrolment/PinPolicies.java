package org.symbolon.policy.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyAnswer;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.rights.Realms;

/** Who sets PINs, which ones the server makes up, and when they are to be changed. */
final class PinPolicies {

    static final List<Action> OF_ENROLMENT =
            List.of(SharedActions.ENROLLPIN.in(Scope.ADMIN), SharedActions.ENROLLPIN.in(Scope.USER));
    static final List<Action> MADE = List.of(EnrollmentActions.OTP_PIN_RANDOM, EnrollmentActions.PINHANDLING);
    static final List<Action> MADE_ON_REQUEST =
            List.of(SharedActions.OTP_PIN_SET_RANDOM.in(Scope.ADMIN), SharedActions.OTP_PIN_SET_RANDOM.in(Scope.USER));
    static final List<Action> KEPT = List.of(EnrollmentActions.ENCRYPT_PIN);
    static final List<Action> DUE =
            List.of(EnrollmentActions.CHANGE_PIN_ON_FIRST_USE, EnrollmentActions.CHANGE_PIN_EVERY);

    private static final int MOST_CHARACTERS = 255;
    private static final Set<String> HANDLERS = Set.of("edumfa.lib.pinhandling.base.PinHandler");

    private final PinRulePolicies rules;
    private final CharacterRules characters;
    private final Realms realms;
    private final Clock clock;

    PinPolicies(PinRulePolicies rules, CharacterRules characters, Realms realms, Clock clock) {
        this.rules = rules;
        this.characters = characters;
        this.realms = realms;
        this.clock = clock;
    }

    /** A PIN of somebody who has no right to set one with an enrolment is left out silently. */
    Optional<Secret> ofEnrolment(TokenInquiry inquiry, Optional<Secret> given) {
        boolean leftOut = given.isPresent()
                && inquiry.hasScope(inquiry.callersScope())
                && !inquiry.askCaller(SharedActions.ENROLLPIN).isSet();
        return leftOut ? Optional.empty() : given;
    }

    /** The PIN that the server makes up for a new token; empty where it makes none. */
    Optional<Secret> made(TokenInquiry inquiry) {
        OptionalInt length = PolicyNumbers.of(inquiry.ask(EnrollmentActions.OTP_PIN_RANDOM));
        if (length.isEmpty()) {
            return Optional.empty();
        }
        requireHandlers(inquiry.ask(EnrollmentActions.PINHANDLING));
        return Optional.of(made(inquiry, length.getAsInt()));
    }

    /** The one handler that there is does nothing with a PIN; one that nobody knows must not lose PINs silently. */
    private static void requireHandlers(PolicyAnswer handling) {
        for (String handler : handling.values()) {
            if (!HANDLERS.contains(handler)) {
                throw new PolicyRefusal("The PIN handler " + handler + " does not exist.");
            }
        }
    }

    /** A PIN that is made up on request; empty if no policy says how long it is. */
    Optional<Secret> madeOnRequest(TokenInquiry inquiry) {
        OptionalInt length = PolicyNumbers.of(inquiry.askCaller(SharedActions.OTP_PIN_SET_RANDOM));
        return length.isEmpty() ? Optional.empty() : Optional.of(made(inquiry, length.getAsInt()));
    }

    private Secret made(TokenInquiry inquiry, int length) {
        if (length > MOST_CHARACTERS) {
            throw PolicyNumbers.malformed();
        }
        return characters.made(rules.contentsOfMadePins(inquiry), length);
    }

    /** Whether a PIN is kept so that it can be read again. Nothing but a policy decides that, as in eduMFA. */
    boolean isReadable(TokenInquiry inquiry) {
        return inquiry.ask(EnrollmentActions.ENCRYPT_PIN).isSet();
    }

    /** The PIN that an administrator sets is due to be changed at once; that of a user who sets one is due later. */
    PinDue due(TokenInquiry inquiry) {
        Instant now = clock.instant();
        if (inquiry.isByAdmin()) {
            boolean atOnce = ask(inquiry, EnrollmentActions.CHANGE_PIN_ON_FIRST_USE)
                    .filter(PolicyAnswer::isSet)
                    .isPresent();
            return atOnce ? PinDue.at(now) : PinDue.UNCHANGED;
        }
        return ask(inquiry, EnrollmentActions.CHANGE_PIN_EVERY)
                .flatMap(PolicyAnswer::value)
                .map(PolicyNumbers::days)
                .map(days -> PinDue.at(now.plus(days, ChronoUnit.DAYS)))
                .orElse(PinDue.NEVER);
    }

    /** What is said for the token's realm, or for the default realm if it is in none. */
    private Optional<PolicyAnswer> ask(TokenInquiry inquiry, Action action) {
        if (!inquiry.hasScope(Scope.ENROLLMENT)) {
            return Optional.empty();
        }
        return inquiry.target().realms().stream()
                .findFirst()
                .or(realms::preset)
                .map(realm -> inquiry.ask(action, realm));
    }
}
