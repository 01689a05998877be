package org.symbolon.command.tokentype.spass;

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
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * A simple pass: the PIN alone is the factor, so that nothing would be left to answer a challenge with. It has a seed that nothing
 * uses, as eduMFA's has.
 */
public final class SpassType implements TokenType {

    private static final int UNUSED_KEY_BYTES = 20;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "spass", "PISP", "SPass: Simple Pass token. Static passwords.")
            .loggingInBy(Mode.AUTHENTICATE)
            .triggered(Trigger.NEVER)
            .pin(PinUse.WHOLE_PASS)
            .taking(TypeParameter.number("otplen", "The length of its values."))
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret seed = Secret.of(request.randomness().hex(UNUSED_KEY_BYTES));
        int otpLength = request.number("otplen", request.settings().number("DefaultOtpLen", 6), 1, 99);
        return EnrolmentStep.complete(seed, otpLength, TypeState.EMPTY, List.of(new Disclosure.Seed(seed)));
    }

    /** The PIN was right, or this would not be asked; a value without its PIN proves nothing. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return credential.value().isEmpty() ? Judgement.RIGHT : Judgement.WRONG;
    }
}
