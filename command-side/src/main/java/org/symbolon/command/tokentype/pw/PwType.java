package org.symbolon.command.tokentype.pw;

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
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.password.FixedPassword;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** A static password behind the PIN. */
public final class PwType implements TokenType {

    public static final String NAME = "pw";

    private static final FixedPassword PASSWORDS = FixedPassword.of(NAME, 12);

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME,
                    "PW",
                    "PW: A token with a fixed password. Can be combined with the OTP PIN. Is used for the lost token"
                            + " scenario.")
            .taking(FixedPassword.PARAMETERS)
            .governedBy(PASSWORDS.actions())
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret password = PASSWORDS.of(request);
        return EnrolmentStep.complete(
                password,
                password.length(),
                TypeState.EMPTY,
                List.of(new Disclosure.Seed(password), new Disclosure.Password(password)));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return FixedPassword.judge(token, credential);
    }
}
