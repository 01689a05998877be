package org.symbolon.command.tokentype.hotp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Resynchronisable;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.command.tokentype.oath.OathActions;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.oath.TwoSteps;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** Event-based one-time passwords (RFC 4226). The token's counter is the next one that may be used. */
public final class HotpType implements Resynchronisable, Findable, EnrollableByLogin {

    public static final String NAME = "hotp";

    /** The setting that names the hash function of new tokens; types that are like it go by it, too. */
    public static final String HASH_SETTING = "hotp.hashlib";

    /** What is kept of its tokens, and of those of types that are like it. */
    public static final List<StateEntry> STATE = HotpState.ENTRIES;

    private static final int SECONDS_TO_RESYNCHRONISE = 300;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "OATH", "HOTP: Event based One Time Passwords.")
            .taking(OathParameters.ALL)
            .taking(OathParameters.FOR_APPS)
            .taking(TwoSteps.PARAMETERS)
            .goingBy(TypeSetting.open(
                    HASH_SETTING, TypeParameter.Kind.CHOICE, "sha1", "The hash function of new HOTP tokens."))
            .keeping(STATE)
            .keeping(TwoSteps.STATE)
            .governedBy(OathActions.of(NAME))
            .governedBy(TwoSteps.actionsOf(NAME))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.ROLLS_OVER)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return TwoSteps.gatheredFor(request);
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        EnrolmentRequest request = TwoSteps.joined(given);
        HashAlgorithm algorithm = OathParameters.hashOf(request, HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        return TwoSteps.stepOf(
                request,
                EnrolmentStep.complete(
                        seed,
                        digits,
                        HotpState.begun(algorithm, TwoSteps.stateOf(request, algorithm)),
                        OathDisclosure.eventBased(NAME, algorithm, digits).of(seed, request)));
    }

    @Override
    public String prompt() {
        return OathDisclosure.PROMPT;
    }

    @Override
    public Optional<Secret> shown(List<Disclosure> disclosures) {
        return Optional.of(OathDisclosure.address(disclosures));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        Optional<Hotp> values = Hotp.of(token);
        if (values.isEmpty()) {
            return Judgement.WRONG;
        }
        HotpState state = HotpState.of(token.state());
        OptionalLong found =
                values.get().findAtLogin(credential.value(), state.next(), state.next() + token.countWindow());
        if (found.isPresent()) {
            return Judgement.right(state.used(found.getAsLong()));
        }
        boolean replayed = state.next() > 0 && values.get().matches(state.next() - 1, credential.value());
        if (now.settings().flag("AutoResync")) {
            return resynchroniseByUse(token, state, values.get(), credential.value(), replayed, now);
        }
        return Judgement.wrong(replayed);
    }

    /** A value beyond the window is remembered; the very next value, given in time, is then accepted. */
    private static Judgement resynchroniseByUse(
            TokenView token, HotpState state, Hotp values, Secret otp, boolean replayed, Circumstances now) {
        long next = state.next();
        OptionalLong found = values.findAtLogin(otp, next + token.countWindow(), next + token.syncWindow());
        long seconds = now.now().getEpochSecond();
        if (state.pending().isPresent()) {
            boolean inTime = seconds <= state.pendingUntil().orElse(-1L);
            if (found.isPresent()
                    && inTime
                    && found.getAsLong() == state.pending().get() + 1) {
                return Judgement.right(state.used(found.getAsLong()));
            }
            return Judgement.wrong(replayed, state.forgetPending());
        }
        if (found.isEmpty()) {
            return Judgement.wrong(replayed);
        }
        int patience = now.settings().number("AutoResyncTimeout", SECONDS_TO_RESYNCHRONISE);
        return new Judgement.Wrong(false, true, HotpState.awaiting(found.getAsLong(), seconds + patience), null);
    }

    @Override
    public Optional<StateChange> resynchronise(TokenView token, OtpPair pair) {
        Optional<Hotp> values = Hotp.of(token);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        HotpState state = HotpState.of(token.state());
        long end = state.next() + token.syncWindow();
        OptionalLong first = values.get().find(pair.first(), state.next(), end);
        while (first.isPresent()) {
            if (values.get().matches(first.getAsLong() + 1, pair.second())) {
                return Optional.of(state.used(first.getAsLong() + 1));
            }
            first = values.get().find(pair.first(), first.getAsLong() + 1, end);
        }
        return Optional.empty();
    }

    @Override
    public Optional<StateChange> find(TokenView token, Sought sought) {
        HotpState state = HotpState.of(token.state());
        long end = state.next() + sought.windowOr(token.countWindow());
        OptionalLong found = Hotp.of(token)
                .map(values -> values.find(sought.otp(), state.next(), end))
                .orElse(OptionalLong.empty());
        return found.isPresent() ? Optional.of(state.used(found.getAsLong())) : Optional.empty();
    }
}
