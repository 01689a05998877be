package org.symbolon.command.tokentype.registration;

import java.util.List;
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
import org.symbolon.command.tokentype.password.FixedPassword;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** A code that lets somebody in once, so that he can enrol what he will log in with from then on. */
public final class RegistrationType implements TokenType {

    /** What its tokens are called on the wire. */
    public static final String NAME = "registration";

    private static final FixedPassword CODES = FixedPassword.of(NAME, 24);

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME,
                    "REG",
                    "Registration: A token with a code that is good for one log-in, and is gone afterwards.")
            .taking(FixedPassword.PARAMETERS)
            .governedBy(CODES.actions())
            .with(Trait.OFFERED, Trait.USED_ONCE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** Whoever gives no code has one made up. */
    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret code = FixedPassword.isGiven(request) ? CODES.of(request) : CODES.generated(request);
        return EnrolmentStep.complete(
                code,
                code.length(),
                TypeState.EMPTY,
                List.of(new Disclosure.Seed(code), new Disclosure.RegistrationCode(code)));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return FixedPassword.judge(token, credential);
    }
}
