package org.symbolon.command.tokentype.tan;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.printed.CodesLeft;
import org.symbolon.command.tokentype.printed.PrintedValues;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** A list of values that can be used in any order, each once. They are made of a seed, or given. */
public final class TanType implements TokenType {

    private static final String NAME = "tan";
    private static final String GIVEN = "tans";
    private static final CodesLeft CODES_LEFT = CodesLeft.warningFrom("tan_few_left");
    private static final PrintedValues VALUES = PrintedValues.countedBy("tantoken_count");

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PITN", "TAN: TANs printed on a sheet of paper.")
            .taking(OathParameters.ALL)
            .taking(OathParameters.FOR_APPS)
            .taking(VALUES.parameter(), TypeParameter.secret(GIVEN, "The values themselves, with blanks between."))
            .keeping(StateEntry.text(OathParameters.HASH))
            .tallying(KeptTans.PREFIX, "tan.count")
            .governedBy(VALUES.action(), CODES_LEFT.action())
            .telling(CodesLeft.TOLD)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** Values that somebody thinks up for himself are easy to guess. */
    @Override
    public EnrolmentRequest boundedForOwner(EnrolmentRequest request) {
        if (!request.text(GIVEN, "").isEmpty()) {
            throw Refusal.parameter("Parameter '" + GIVEN + "' is for administrators");
        }
        return request;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        EnrolmentRequest request = PrintedValues.withSeed(given);
        HashAlgorithm algorithm = OathParameters.hashOf(request, HotpType.HASH_SETTING);
        List<Secret> own = GivenTans.in(request.text(GIVEN, ""));
        int digits =
                own.isEmpty() ? OathParameters.digitsOf(request) : own.get(0).length();
        Secret seed = OathSeed.of(request, algorithm);
        List<Secret> made = own.isEmpty() ? VALUES.of(seed, digits, algorithm, request) : List.of();
        List<Disclosure> shown = new ArrayList<>(
                OathDisclosure.withoutCounter(NAME, algorithm, digits).of(seed, request));
        shown.add(new Disclosure.Values(made));
        return KeptTans.step(
                EnrolmentStep.complete(seed, digits, KeptTans.begun(algorithm, request.token()), shown),
                own.isEmpty() ? made : own,
                request.randomness());
    }

    /** Values that were used are not on the list any more, and do not come back with it. */
    @Override
    public boolean isKeptAlready(TokenView token, EnrolmentRequest request, EnrolmentStep step) {
        List<Secret> own = GivenTans.in(request.text(GIVEN, ""));
        HashAlgorithm algorithm = OathParameters.hashOf(request, HotpType.HASH_SETTING);
        return KeptTans.areAllOf(
                token, own.isEmpty() ? VALUES.of(step.secret(), step.otpLength(), algorithm, request) : own);
    }

    /** Whatever stands on the list more than once is used up altogether. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        List<String> found = KeptTans.matching(token, credential.value());
        if (found.isEmpty()) {
            return Judgement.WRONG;
        }
        int left = KeptTans.names(token).size() - found.size();
        return new Judgement.Right(StateChange.NONE.without(found.toArray(String[]::new)))
                .telling(CODES_LEFT.told(left, now.terms()));
    }

    /** Whoever may write the info can take a value away, but write none. */
    @Override
    public StateChange edit(TokenView token, String name, String value) {
        if (!KeptTans.isOne(name)) {
            return TokenType.super.edit(token, name, value);
        }
        if (value != null) {
            throw Refusal.parameter("The entry '" + name + "' can only be enrolled");
        }
        return StateChange.NONE.without(name);
    }
}
