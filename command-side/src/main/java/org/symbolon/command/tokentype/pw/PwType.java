package org.symbolon.command.tokentype.pw;

import java.util.List;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Verification;

/** A static password behind the PIN. Its length is the token's OTP length. */
public final class PwType implements TokenType {

    private static final int GENERATED_LENGTH = 12;
    private static final int MOST_GENERATED = 128;
    private static final String LETTERS_AND_DIGITS = "cn";

    @Override
    public String name() {
        return "pw";
    }

    @Override
    public String serialPrefix() {
        return "PW";
    }

    @Override
    public String title() {
        return "PW: A token with a fixed password. Can be combined with the OTP PIN. Is used for the lost token scenario.";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public Enrolment enrol(EnrolmentRequest request) {
        Secret password = passwordOf(request);
        return new Enrolment(
                password,
                password.length(),
                Map.of(),
                List.of(new Disclosure.Seed(password), new Disclosure.Password(password)));
    }

    private static Secret passwordOf(EnrolmentRequest request) {
        if (request.flag("genkey")) {
            return Secret.of(generated(request));
        }
        String given = request.text("otpkey").orElseThrow(() -> Refusal.missing("otpkey"));
        if (given.isEmpty()) {
            throw Refusal.parameter("Parameter 'otpkey' must not be empty");
        }
        return Secret.of(Limits.check("otpkey", given, Limits.SEED));
    }

    private static String generated(EnrolmentRequest request) {
        int length = request.number("pw.length", GENERATED_LENGTH, 1, MOST_GENERATED);
        return CharacterRule.of(request.text("pw.contents", LETTERS_AND_DIGITS)).generate(length, request.randomness());
    }

    @Override
    public Verification verify(TokenView token, Secret seed, Attempt attempt) {
        return seed.equals(attempt.otp()) ? Verification.right(null) : Verification.wrong(false);
    }
}
