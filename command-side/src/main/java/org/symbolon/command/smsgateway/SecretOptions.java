package org.symbolon.command.smsgateway;

import java.util.regex.Pattern;

/**
 * Tells by its name whether an option or a header is a secret, for nobody else says so: each gateway in the world calls its
 * passwords and keys as it likes.
 */
public final class SecretOptions {

    private static final Pattern NAMES = Pattern.compile(
            ".*(passw|passphrase|pwd|secret|credential|cookie|authorization|x-auth|api.?key"
                    + "|(?<![a-z])token(?![a-z])).*|key",
            Pattern.CASE_INSENSITIVE);

    private SecretOptions() {}

    public static boolean contain(String name) {
        return NAMES.matcher(name).matches();
    }
}
