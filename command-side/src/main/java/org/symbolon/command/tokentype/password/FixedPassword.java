package org.symbolon.command.tokentype.password;

import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** A password that is the secret of a token, given or made up. Its length is the token's OTP length. */
public final class FixedPassword {

    private static final int MOST_GENERATED = 128;

    private static final String GENERATED = "genkey";
    private static final String GIVEN = "otpkey";
    private static final int MOST_OFFERED = 31;
    private static final String LETTERS_AND_DIGITS = "cn";

    /** What enrolments with one take. */
    public static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.flag(GENERATED, "Has the server make the seed or password."),
            TypeParameter.secret(GIVEN, "The seed in hexadecimal digits, or the password."));

    private final String length;
    private final String contents;
    private final int presetLength;

    private FixedPassword(String length, String contents, int presetLength) {
        this.length = length;
        this.contents = contents;
        this.presetLength = presetLength;
    }

    /** Those of a type, as long as this where nothing is said. */
    public static FixedPassword of(String type, int presetLength) {
        return new FixedPassword(type + ".length", type + ".contents", presetLength);
    }

    /** What policies alone can say of those that are made up. */
    public List<TypeAction> actions() {
        return List.of(
                TypeAction.number(
                                length,
                                Step.ENROLMENT,
                                "How long the password is that the server makes up.",
                                Scope.ENROLLMENT)
                        .choosingUpTo(MOST_OFFERED)
                        .or(Integer.toString(presetLength))
                        .with(new TypeAction.Decides(length, FixedPassword::isSoundLength)),
                TypeAction.string(
                                contents,
                                Step.ENROLMENT,
                                "What the password is made of that the server makes up: `c` letters, `n` digits,"
                                        + " `s` punctuation; `+cn` one of them all, `-s` forbids, `[abc]` names them.",
                                Scope.ENROLLMENT)
                        .or(LETTERS_AND_DIGITS)
                        .with(new TypeAction.Decides(contents, FixedPassword::isSoundRule)));
    }

    /** What requests themselves can say of those that are made up. */
    public List<TypeParameter> parameters() {
        return List.of(
                TypeParameter.number(length, "How long the password is that the server makes up.")
                        .or(presetLength),
                TypeParameter.text(contents, "What it is made of.").or(LETTERS_AND_DIGITS));
    }

    private static boolean isSoundLength(String written) {
        return Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= MOST_GENERATED;
    }

    private static boolean isSoundRule(String written) {
        CharacterRule.of(written);
        return true;
    }

    /** Whether one is given, and none is to be made up. */
    public static boolean isGiven(EnrolmentRequest request) {
        return !request.flag(GENERATED) && !request.text(GIVEN, "").isEmpty();
    }

    /**
     * The one that is given, or made up where that is asked for.
     *
     * @throws Refusal 905 if it is neither, or too long
     */
    public Secret of(EnrolmentRequest request) {
        if (request.flag(GENERATED)) {
            return generated(request);
        }
        String given = request.text(GIVEN).orElseThrow(() -> Refusal.missing(GIVEN));
        if (given.isEmpty()) {
            throw Refusal.parameter("Parameter 'otpkey' must not be empty");
        }
        return Secret.of(Limits.check(GIVEN, given, Limits.SEED));
    }

    /**
     * One that is made up.
     *
     * @throws Refusal if it is to be as no password can be
     */
    public Secret generated(EnrolmentRequest request) {
        int characters = request.number(length, presetLength, 1, MOST_GENERATED);
        return Secret.of(CharacterRule.of(request.text(contents, LETTERS_AND_DIGITS))
                .generate(characters, request.randomness()));
    }

    /** Whether it is the one that was typed, compared in constant time. */
    public static Judgement judge(TokenView token, Credential credential) {
        return token.secret().equals(credential.value()) ? Judgement.RIGHT : Judgement.WRONG;
    }
}
