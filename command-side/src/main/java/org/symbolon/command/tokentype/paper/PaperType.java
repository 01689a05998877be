package org.symbolon.command.tokentype.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Resynchronisable;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.printed.CodesLeft;
import org.symbolon.command.tokentype.printed.PrintedValues;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** A printed list of values that are used one after the other: a HOTP token whose device is a sheet of paper. */
public final class PaperType implements TokenType, Resynchronisable, Findable {

    private static final String NAME = "paper";
    private static final HotpType HOTP = new HotpType();
    private static final CodesLeft CODES_LEFT = CodesLeft.warningFrom("paper_few_left");
    private static final PrintedValues VALUES = PrintedValues.countedBy("papertoken_count");

    /** How many values were printed, of which those below the counter are used up. */
    private static final StateEntry PRINTED = StateEntry.number("paper.count").locked();

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PPR", "PPR: One Time Passwords printed on a sheet of paper.")
            .taking(OathParameters.ALL)
            .taking(OathParameters.FOR_APPS)
            .taking(VALUES.parameter())
            .keeping(HotpType.STATE)
            .keeping(PRINTED)
            .governedBy(VALUES.action(), CODES_LEFT.action())
            .telling(CodesLeft.TOLD)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        EnrolmentRequest request = PrintedValues.withSeed(given);
        HashAlgorithm algorithm = OathParameters.hashOf(request, HotpType.HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        List<Disclosure> shown = new ArrayList<>(
                OathDisclosure.withoutCounter(NAME, algorithm, digits).of(seed, request));
        List<Secret> values = VALUES.of(seed, digits, algorithm, request);
        shown.add(new Disclosure.Values(values));
        Map<String, Object> kept =
                Map.of(OathParameters.HASH, algorithm.wireName(), PRINTED.name(), (long) values.size());
        return EnrolmentStep.complete(seed, digits, TypeState.of(0L, kept), shown);
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        Judgement judged = HOTP.judge(token, credential, now);
        return judged instanceof Judgement.Right right
                ? right.telling(left(token.state().after(right.change()), now.terms()))
                : judged;
    }

    /** What comes behind the printed end leaves nothing. */
    private static Map<String, Object> left(TypeState state, TypeTerms terms) {
        return state.number(PRINTED.name())
                .map(printed -> CODES_LEFT.told((int) Math.max(0, printed - state.count()), terms))
                .orElse(Map.of());
    }

    @Override
    public Optional<StateChange> resynchronise(TokenView token, OtpPair pair) {
        return HOTP.resynchronise(token, pair);
    }

    @Override
    public Optional<StateChange> find(TokenView token, Sought sought) {
        return HOTP.find(token, sought);
    }
}
