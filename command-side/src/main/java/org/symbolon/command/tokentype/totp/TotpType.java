package org.symbolon.command.tokentype.totp;

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
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.oath.TwoSteps;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** Time-based one-time passwords (RFC 6238). The token's counter is the time step that was used last. */
public final class TotpType implements Resynchronisable, Findable, EnrollableByLogin {

    @Override
    public TypeDescription describe() {
        return TotpDescription.DESCRIPTION;
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return TwoSteps.gatheredFor(request);
    }

    @Override
    public EnrolmentRequest boundedForOwner(EnrolmentRequest request) {
        return OwnersWindow.within(request);
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        EnrolmentRequest request = TwoSteps.joined(given);
        HashAlgorithm algorithm = OathParameters.hashOf(request, TotpDescription.HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        String step = given(request, TotpState.STEP, TotpDescription.STEP_SETTING, TotpDescription.PRESET_STEP);
        return TwoSteps.stepOf(
                request,
                EnrolmentStep.complete(
                        seed,
                        digits,
                        TotpState.begun(
                                algorithm,
                                step,
                                given(
                                        request,
                                        TotpState.WINDOW,
                                        TotpDescription.WINDOW_SETTING,
                                        Long.toString(TotpState.PRESET_WINDOW)),
                                request.text(TotpState.SHIFT)
                                        .filter(text -> !text.isEmpty())
                                        .orElse("0"),
                                TwoSteps.stateOf(request, algorithm)),
                        OathDisclosure.timeBased(TotpDescription.NAME, algorithm, digits, step)
                                .of(seed, request)));
    }

    private static String given(EnrolmentRequest request, String parameter, String setting, String otherwise) {
        return request.text(parameter)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.settings().text(setting).orElse(otherwise));
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
        TotpState state = TotpState.of(token.state());
        Optional<Hotp> values = Hotp.of(token);
        Optional<TimeSteps> steps = TimeSteps.of(state, now);
        if (values.isEmpty() || steps.isEmpty()) {
            return Judgement.WRONG;
        }
        long around = steps.get().current();
        long reach = steps.get().reach();
        OptionalLong found = values.get().find(credential.value(), around - reach, around + reach);
        if (found.isPresent()) {
            return judged(state, found.getAsLong(), steps.get());
        }
        if (now.settings().flag("AutoResync") && steps.get().learnsShift()) {
            return resynchroniseByUse(token, state, values.get(), credential.value(), steps.get());
        }
        return Judgement.wrong(values.get().matches(state.last(), credential.value()));
    }

    private static Judgement judged(TotpState state, long counter, TimeSteps steps) {
        if (state.last() != 0 && counter <= state.last()) {
            return Judgement.wrong(counter == state.last());
        }
        return Judgement.right(state.used(counter, steps));
    }

    /** A value outside the window is remembered; the value of the very next step is then accepted. */
    private static Judgement resynchroniseByUse(
            TokenView token, TotpState state, Hotp values, Secret otp, TimeSteps steps) {
        long around = steps.current();
        long reach = TimeSteps.atLogin(token.syncWindow());
        OptionalLong found = values.find(otp, around - reach, around + reach);
        if (state.pending().isPresent()) {
            boolean next = found.isPresent() && state.pending().get() == found.getAsLong() - 1;
            if (next && found.getAsLong() > state.last()) {
                return Judgement.right(state.used(found.getAsLong(), steps));
            }
            return Judgement.wrong(false, state.forgetPending());
        }
        if (found.isEmpty()) {
            return Judgement.wrong(values.matches(state.last(), otp));
        }
        return new Judgement.Wrong(
                found.getAsLong() == state.last(), true, TotpState.awaiting(found.getAsLong()), null);
    }

    @Override
    public Optional<StateChange> resynchronise(TokenView token, OtpPair pair) {
        TotpState state = TotpState.of(token.state());
        Optional<Hotp> values = Hotp.of(token);
        Optional<TimeSteps> steps = TimeSteps.of(state, pair.now(), pair.settings());
        if (values.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        long around = steps.get().current();
        long reach = TimeSteps.within(token.syncWindow());
        OptionalLong first = values.get().find(pair.first(), around - 1 - reach, around - 1 + reach);
        OptionalLong second = values.get().find(pair.second(), around - reach, around + reach);
        if (first.isEmpty()
                || second.isEmpty()
                || first.getAsLong() < state.last()
                || first.getAsLong() + 1 != second.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(TotpState.resynchronised(second.getAsLong(), steps.get()));
    }

    @Override
    public Optional<StateChange> find(TokenView token, Sought sought) {
        TotpState state = TotpState.of(token.state());
        Optional<Hotp> values = Hotp.of(token);
        Optional<TimeSteps> steps = TimeSteps.of(state, sought.now(), sought.settings());
        if (values.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        long around = steps.get().current();
        long reach = TimeSteps.within(sought.windowOr(steps.get().reach()));
        OptionalLong found = values.get().find(sought.otp(), around - reach, around + reach);
        return found.isPresent() && judged(state, found.getAsLong(), steps.get()) instanceof Judgement.Right right
                ? Optional.of(right.change())
                : Optional.empty();
    }
}
