package org.symbolon.command.tokentype.daplug;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Resynchronisable;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.token.StateChange;

/** Daplug dongles: event-based values (RFC 4226) that are typed as letters, two for each digit. */
public final class DaplugType implements TokenType, Resynchronisable, Findable {

    private static final HotpType VALUES = new HotpType();
    private static final String TWO_STEPS = "2stepinit";
    private static final int LETTERS_OF_A_DIGIT = 2;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "daplug", "DPLG", "Daplug: Event based One Time Passwords.")
            .taking(OathParameters.ALL)
            .taking(OathParameters.FOR_APPS)
            .keeping(VALUES.describe().state())
            .with(Trait.VERIFIABLE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public int typedLength(int otpLength) {
        return LETTERS_OF_A_DIGIT * otpLength;
    }

    /** In one step: no dongle makes a part of its seed. */
    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.remove(TWO_STEPS);
        return VALUES.enrol(request.with(parameters));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return Letters.digits(credential.value())
                .map(digits -> VALUES.judge(
                        token,
                        new Credential(digits, credential.fields(), credential.challenge(), credential.gathered()),
                        now))
                .orElse(Judgement.WRONG);
    }

    @Override
    public Optional<StateChange> resynchronise(TokenView token, OtpPair pair) {
        return Letters.digits(pair.first()).flatMap(first -> Letters.digits(pair.second())
                .flatMap(second ->
                        VALUES.resynchronise(token, new OtpPair(first, second, pair.now(), pair.settings()))));
    }

    @Override
    public Optional<StateChange> find(TokenView token, Sought sought) {
        return Letters.digits(sought.otp())
                .flatMap(digits ->
                        VALUES.find(token, new Sought(digits, sought.now(), sought.settings(), sought.window())));
    }
}
