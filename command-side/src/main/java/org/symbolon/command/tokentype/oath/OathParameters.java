package org.symbolon.command.tokentype.oath;

import java.util.List;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TypeParameter;

/** The parameters that the enrolments of OATH types have in common. */
public final class OathParameters {

    /** The entry of a token's state that names its hash function. */
    public static final String HASH = "hashlib";

    static final String DIGITS = "otplen";
    static final String APP_PIN = "force_app_pin";

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 10;
    private static final int PRESET_DIGITS = 6;

    /** What is to be known of them. */
    public static final List<TypeParameter> ALL = List.of(
            TypeParameter.flag("genkey", "Has the server make the seed or password."),
            TypeParameter.number("keysize", "How many bytes a seed that is made has."),
            TypeParameter.number("key_size", "The same."),
            TypeParameter.secret("otpkey", "The seed in hexadecimal digits, or the password."),
            TypeParameter.choice("otpkeyformat", "How the seed is written.", "hex", "base32check"),
            TypeParameter.number(DIGITS, "The length of its values."),
            TypeParameter.choice(HASH, "Its hash function.", "sha1", "sha256", "sha512"));

    /** What an authenticator app is told. */
    public static final List<TypeParameter> FOR_APPS = List.of(
            TypeParameter.text("tokenlabel", "What an authenticator app calls it."),
            TypeParameter.text("tokenissuer", "Who an authenticator app says it is from."),
            TypeParameter.text("appimageurl", "The address of a picture that an authenticator app shows."),
            TypeParameter.flag(APP_PIN, "Has an authenticator app lock the token."));

    private OathParameters() {}

    /** The hash function that was asked for, or the system's default. */
    public static HashAlgorithm hashOf(EnrolmentRequest request, String setting) {
        String name = request.text(HASH)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.settings().text(setting).orElse("sha1"));
        return HashAlgorithm.find(name)
                .orElseThrow(() -> Refusal.parameter("Unknown hash algorithm in parameter 'hashlib'"));
    }

    /** The length that was asked for, or the system's default; a default that no token can have counts as not stored. */
    public static int digitsOf(EnrolmentRequest request) {
        int stored = request.settings().number("DefaultOtpLen", PRESET_DIGITS);
        int preset = stored < LEAST_DIGITS || stored > MOST_DIGITS ? PRESET_DIGITS : stored;
        return request.number(DIGITS, preset, LEAST_DIGITS, MOST_DIGITS);
    }
}
