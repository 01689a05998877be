package org.symbolon.command.tokentype.spass;

import java.util.List;
import java.util.Map;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Verification;

/** A simple pass: the PIN alone is the factor. It has a seed that nothing uses, as eduMFA's has. */
public final class SpassType implements TokenType {

    private static final int UNUSED_KEY_BYTES = 20;

    @Override
    public String name() {
        return "spass";
    }

    @Override
    public String serialPrefix() {
        return "PISP";
    }

    @Override
    public String title() {
        return "SPass: Simple Pass token. Static passwords.";
    }

    @Override
    public boolean pinIsWholePass() {
        return true;
    }

    /** Nothing would be left to answer with: the PIN is all there is. */
    @Override
    public boolean challengeable() {
        return false;
    }

    @Override
    public Enrolment enrol(EnrolmentRequest request) {
        Secret seed = Secret.of(request.randomness().hex(UNUSED_KEY_BYTES));
        int otpLength = request.number("otplen", request.settings().number("DefaultOtpLen", 6), 1, 99);
        return new Enrolment(seed, otpLength, Map.of(), List.of(new Disclosure.Seed(seed)));
    }

    /** The PIN was right, or this would not be asked; a value without its PIN proves nothing. */
    @Override
    public Verification verify(TokenView token, Secret seed, Attempt attempt) {
        return attempt.otp().isEmpty() ? Verification.right(null) : Verification.wrong(false);
    }
}
