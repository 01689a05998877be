package org.symbolon.policy.enrolment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.TypeTermReading;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.rights.Surroundings;

/**
 * What policies say when tokens are enrolled, given to users, put into use and given PINs. Whoever does one of these asks once,
 * and hands on what he is told. Where there are limits he asks for them first: their refusals come before those of rights.
 * Each method refuses with a {@link PolicyRefusal}.
 */
public final class TokenPolicies {

    private final TokenTargets targets;
    private final TokenLimitPolicies limits;
    private final PinRulePolicies pinRules;
    private final PinPolicies pins;
    private final LostTokenPolicies lost;

    public TokenPolicies(Surroundings around, EnrolledTokens tokens, CharacterRules characters, Clock clock) {
        this.targets = new TokenTargets(around.people(), around.tokens());
        this.limits = new TokenLimitPolicies(tokens);
        this.pinRules = new PinRulePolicies(tokens, characters);
        this.pins = new PinPolicies(pinRules, characters, around.realms(), clock);
        this.lost = new LostTokenPolicies(characters);
    }

    /** Begins to ask about what is done to a token. */
    public TokenInquiry about(AskedPolicies asked, NamedToken meant) {
        return new TokenInquiry(asked, meant, targets);
    }

    /** How many tokens there may be where one more is enrolled; some of them must be described. */
    public List<TokenLimit> roomToEnrol(TokenInquiry inquiry, boolean described) {
        List<TokenLimit> inRealm = limits.oneMoreInRealm(inquiry);
        ParameterPolicies.requireDescription(inquiry, described);
        return Stream.concat(inRealm.stream(), limits.oneMoreOfUser(inquiry).stream())
                .toList();
    }

    /** How many tokens there may be where one more is given to somebody. */
    public List<TokenLimit> roomToAssign(TokenInquiry inquiry) {
        List<TokenLimit> inRealm = limits.oneMoreInRealm(inquiry);
        return Stream.concat(inRealm.stream(), limits.oneMoreOfUser(inquiry).stream())
                .toList();
    }

    /** How many tokens there may be where some are put into use. */
    public List<TokenLimit> roomToEnable(TokenInquiry inquiry) {
        return limits.moreInUse(inquiry);
    }

    /** All that is said about an enrolment for which there is room within these limits. */
    public EnrolmentTerms ofEnrolment(TokenInquiry inquiry, EnrolmentQuestion question, List<TokenLimit> room) {
        ParameterTerms.Draft draft = new ParameterTerms.Draft(question.flags());
        ParameterPolicies.addToApps(inquiry, draft);
        Optional<Secret> given = pins.ofEnrolment(inquiry, question.pin());
        EnrolmentStepPolicies.addTwoSteps(inquiry, draft);
        Optional<Secret> pin = pins.made(inquiry).or(() -> given);
        boolean readable = pins.isReadable(inquiry);
        pinRules.requireOfEnrolment(inquiry, pin, question.verifying());
        InfoPolicies.requireFree(inquiry, question.info());
        ParameterPolicies.addPresets(inquiry, draft);
        ParameterPolicies.addDecided(inquiry, draft);
        Map<String, String> toType = TypeTermReading.of(
                inquiry.heard(TypeActions.toldAtEnrolment(inquiry.wantedType())), inquiry::askOneself);
        boolean toBeVerified = EnrolmentStepPolicies.isToBeVerified(inquiry);
        PinDue due = inquiry.isByAdmin() || pin.isPresent() ? pins.due(inquiry) : PinDue.UNCHANGED;
        return new EnrolmentTerms(room, draft.terms(), new PinTerms(pin, readable, due), toBeVerified, toType);
    }

    /** What is said about a token that the server enrols by itself for a user: nobody asks for anything of it, nor chooses its PIN. */
    public EnrolmentTerms ofServersOwn(TokenInquiry inquiry) {
        List<TokenLimit> room = roomToEnrol(inquiry, true);
        ParameterTerms.Draft draft = new ParameterTerms.Draft(flag -> false);
        ParameterPolicies.addDecided(inquiry, draft);
        Map<String, String> toType = TypeTermReading.of(
                inquiry.heard(TypeActions.toldAtEnrolment(inquiry.wantedType())), inquiry::askOneself);
        return new EnrolmentTerms(room, draft.terms(), PinTerms.NONE, false, toType);
    }

    /** The PIN that a token gets with its owner, perhaps none. */
    public PinTerms ofAssignment(TokenInquiry inquiry, Optional<Secret> given) {
        boolean readable = pins.isReadable(inquiry);
        pinRules.require(inquiry, given);
        return new PinTerms(given, readable, PinDue.UNCHANGED);
    }

    /** The PIN that somebody chooses for a token, perhaps none. */
    public PinTerms ofChosenPin(TokenInquiry inquiry, Optional<Secret> given) {
        boolean readable = pins.isReadable(inquiry);
        pinRules.require(inquiry, given);
        return new PinTerms(given, readable, given.isPresent() ? pins.due(inquiry) : PinDue.UNCHANGED);
    }

    /** The PIN that the server makes up on request; empty where no policy says how long it is. */
    public Optional<PinTerms> ofRandomPin(TokenInquiry inquiry) {
        return pins.madeOnRequest(inquiry)
                .map(made -> new PinTerms(Optional.of(made), pins.isReadable(inquiry), pins.due(inquiry)));
    }

    /** What replaces a lost token. */
    public LostTokenTerms ofLostToken(TokenInquiry inquiry) {
        return lost.of(inquiry);
    }
}
