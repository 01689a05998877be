package org.symbolon.command.tokentype.daypassword;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
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
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * Time-based values (RFC 6238) that are good for a whole day or another span, as often as somebody likes: for programs that log in again and
 * again. No value but that of the current span is right. The token's counter is the span in which it was used last.
 */
public final class DaypasswordType implements EnrollableByLogin {

    private static final String NAME = "daypassword";
    private static final String STEP = "timeStep";
    private static final String HASH_SETTING = "daypassword.hashlib";
    private static final String STEP_SETTING = "daypassword.timeStep";
    private static final String PRESET_STEP = "1d";

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "DYPW", "DayPassword: Time based passwords that can be used as often as one likes for a day.")
            .taking(OathParameters.ALL)
            .taking(TypeParameter.text(STEP, "How long a value is good: seconds, or a number with s, m, h, d or y."))
            .taking(OathParameters.FOR_APPS)
            .goingBy(
                    TypeSetting.open(
                            HASH_SETTING,
                            TypeParameter.Kind.CHOICE,
                            "sha1",
                            "The hash function of new daypassword tokens."),
                    TypeSetting.open(
                            STEP_SETTING,
                            TypeParameter.Kind.TEXT,
                            PRESET_STEP,
                            "How long a value of new daypassword tokens is good."))
            .keeping(StateEntry.text(OathParameters.HASH), StateEntry.number(STEP))
            .governedBy(OathActions.ofValues(NAME))
            .governedBy(
                    TypeAction.string(
                                    NAME + "_timestep",
                                    Step.ENROLMENT,
                                    "For how long a value of new tokens is good, as `24h`, whatever the request says.",
                                    Scope.ADMIN,
                                    Scope.USER)
                            .with(new TypeAction.Overwrites(STEP)),
                    OathActions.serverGenerates(NAME, Scope.ADMIN, Scope.USER))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.ROLLS_OVER)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        HashAlgorithm algorithm = OathParameters.hashOf(request, HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        long step = stepOf(request).toSeconds();
        return EnrolmentStep.complete(
                seed,
                digits,
                TypeState.of(0L, Map.of(OathParameters.HASH, algorithm.wireName(), STEP, step)),
                OathDisclosure.ofSpans(NAME, algorithm, digits, Long.toString(step))
                        .of(seed, request));
    }

    private static Duration stepOf(EnrolmentRequest request) {
        String written = request.text(STEP)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.settings().text(STEP_SETTING).orElse(PRESET_STEP));
        return ValueSpan.of(written)
                .orElseThrow(() -> Refusal.parameter("Parameter '" + STEP
                        + "' must be a number of seconds from 1 to 999999999, or a number with s, m, h, d or y"));
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
        Optional<Long> current = current(token, now.now());
        if (values.isEmpty() || current.isEmpty() || !values.get().matches(current.get(), credential.value())) {
            return Judgement.WRONG;
        }
        return Judgement.right(StateChange.counter(current.get()));
    }

    /** The span that it is now; empty where the length of one is no number, so that no value can ever be right. */
    private static Optional<Long> current(TokenView token, Instant now) {
        return token.state()
                .number(STEP)
                .filter(ValueSpan::isLength)
                .map(step -> Math.floorDiv(now.getEpochSecond(), step));
    }
}
