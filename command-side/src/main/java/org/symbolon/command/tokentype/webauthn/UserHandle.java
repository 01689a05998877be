package org.symbolon.command.tokentype.webauthn;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The user whom a device knows, which is the serial of its token: as a text or, as some clients send it, encoded. */
final class UserHandle {

    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z_-]{1,40}");

    private UserHandle() {}

    /** Whether it means this token. */
    static boolean names(String sent, String serial) {
        return sent.equals(serial) || decoded(sent).filter(serial::equals).isPresent();
    }

    /** The serial that it most likely means. */
    static Optional<String> serial(String sent) {
        return decoded(sent).filter(text -> SERIAL.matcher(text).matches()).or(() -> Optional.of(sent)
                .filter(text -> SERIAL.matcher(text).matches()));
    }

    private static Optional<String> decoded(String sent) {
        return Encoding.bytes(sent).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
