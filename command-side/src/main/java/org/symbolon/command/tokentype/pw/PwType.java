package org.symbolon.command.tokentype.pw;

import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.CharacterRule;
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
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** A static password behind the PIN. Its length is the token's OTP length. */
public final class PwType implements TokenType {

    public static final String NAME = "pw";

    private static final String LENGTH = "pw.length";
    private static final String CONTENTS = "pw.contents";
    private static final int GENERATED_LENGTH = 12;
    private static final int MOST_GENERATED = 128;
    private static final int MOST_OFFERED = 31;
    private static final String LETTERS_AND_DIGITS = "cn";

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME,
                    "PW",
                    "PW: A token with a fixed password. Can be combined with the OTP PIN. Is used for the lost token"
                            + " scenario.")
            .taking(
                    TypeParameter.flag("genkey", "Has the server make the seed or password."),
                    TypeParameter.secret("otpkey", "The seed in hexadecimal digits, or the password."))
            .governedBy(
                    TypeAction.number(
                                    LENGTH,
                                    Step.ENROLMENT,
                                    "How long the password is that the server makes up.",
                                    Scope.ENROLLMENT)
                            .choosingUpTo(MOST_OFFERED)
                            .or(Integer.toString(GENERATED_LENGTH))
                            .with(new TypeAction.Decides(LENGTH, PwType::isSoundLength)),
                    TypeAction.string(
                                    CONTENTS,
                                    Step.ENROLMENT,
                                    "What the password is made of that the server makes up: `c` letters, `n` digits,"
                                            + " `s` punctuation; `+cn` one of them all, `-s` forbids, `[abc]` names them.",
                                    Scope.ENROLLMENT)
                            .or(LETTERS_AND_DIGITS)
                            .with(new TypeAction.Decides(CONTENTS, PwType::isSoundRule)))
            .build();

    private static boolean isSoundLength(String written) {
        return Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= MOST_GENERATED;
    }

    private static boolean isSoundRule(String written) {
        CharacterRule.of(written);
        return true;
    }

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret password = passwordOf(request);
        return EnrolmentStep.complete(
                password,
                password.length(),
                TypeState.EMPTY,
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
        int length = request.number(LENGTH, GENERATED_LENGTH, 1, MOST_GENERATED);
        return CharacterRule.of(request.text(CONTENTS, LETTERS_AND_DIGITS)).generate(length, request.randomness());
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return token.secret().equals(credential.value()) ? Judgement.RIGHT : Judgement.WRONG;
    }
}
