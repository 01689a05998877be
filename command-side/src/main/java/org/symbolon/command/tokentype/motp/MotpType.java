package org.symbolon.command.tokentype.motp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * Values of Mobile-OTP, an application for telephones that is older than the standards: each is made of the time, a secret and a PIN that
 * is typed into the telephone. The token's counter is the unit of time whose value was used last.
 */
public final class MotpType implements TokenType {

    private static final String NAME = "motp";
    private static final String DEVICE_PIN = "motppin";
    private static final int SECRET_BYTES = 16;
    private static final int BOTH_GIVEN = 344;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PIMO", "mOTP: Classical Mobile One Time Passwords.")
            .taking(
                    TypeParameter.flag("genkey", "Has the server make the seed or password."),
                    TypeParameter.number("keysize", "How many bytes a seed that is made has."),
                    TypeParameter.secret("otpkey", "The seed in hexadecimal digits, or the password."),
                    TypeParameter.choice("otpkeyformat", "How the seed is written.", "hex", "base32check"),
                    TypeParameter.number("otplen", "The length of its values."),
                    TypeParameter.secret(DEVICE_PIN, "The PIN that is typed into the telephone."))
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        String devicePin = request.text(DEVICE_PIN).orElseThrow(() -> Refusal.missing(DEVICE_PIN));
        Limits.check(DEVICE_PIN, devicePin, Limits.PIN);
        Secret secret = secretOf(request);
        return EnrolmentStep.complete(
                        secret,
                        OathParameters.digitsOf(request),
                        TypeState.of(0L, Map.of()),
                        List.of(new Disclosure.Seed(secret), new Disclosure.MotpUrl(address(secret))))
                .withUserPin(Secret.of(devicePin));
    }

    private static Secret secretOf(EnrolmentRequest request) {
        if (!request.flag("genkey")) {
            return Secret.of(OathSeed.given(request));
        }
        if (!request.text("otpkey", "").isEmpty()) {
            throw Refusal.of(BOTH_GIVEN, "The parameters 'genkey' and 'otpkey' exclude each other.");
        }
        return Secret.of(request.randomness().hex(request.number("keysize", SECRET_BYTES, 1, OathSeed.MOST_KEY_BYTES)));
    }

    private static Secret address(Secret secret) {
        return Secret.of("motp://edumfa:mylabel?secret=" + secret.reveal());
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        Optional<Secret> devicePin = token.userPin();
        if (devicePin.isEmpty()) {
            return Judgement.WRONG;
        }
        MobileOtp values = new MobileOtp(token.secret(), devicePin.get(), token.otpLength());
        long last = token.state().count();
        OptionalLong found = values.find(credential.value(), TimeUnits.around(now.now(), token.countWindow()), last);
        return found.isPresent()
                ? Judgement.right(StateChange.counter(found.getAsLong()))
                : Judgement.wrong(last > 0 && values.matches(last, credential.value()));
    }
}
