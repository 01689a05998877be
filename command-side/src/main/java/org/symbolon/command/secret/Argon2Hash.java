package org.symbolon.command.secret;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash in the standard text form {@code $argon2id$v=19$m=..,t=..,p=..$salt$digest}. */
final class Argon2Hash implements StoredHash {

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
            + "\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{22,172})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Argon2Work work;
    private final byte[] salt;
    private final byte[] digest;

    private Argon2Hash(Argon2Work work, byte[] salt, byte[] digest) {
        this.work = work;
        this.salt = salt;
        this.digest = digest;
    }

    static Argon2Hash of(byte[] password, byte[] salt, Argon2Work work, int length, Argon2Engine engine) {
        return new Argon2Hash(work, salt, engine.digest(password, salt, work, length));
    }

    static Optional<StoredHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Argon2Work work = new Argon2Work(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        if (!work.isReasonable()) {
            return Optional.empty();
        }
        Base64.Decoder decoder = Base64.getDecoder();
        return Optional.of(new Argon2Hash(work, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5))));
    }

    @Override
    public boolean isHashOf(byte[] password, Argon2Engine engine) {
        return MessageDigest.isEqual(digest, engine.digest(password, salt, work, digest.length));
    }

    String text() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        work.memoryKib(),
                        work.iterations(),
                        work.lanes(),
                        ENCODER.encodeToString(salt),
                        ENCODER.encodeToString(digest));
    }

    @Override
    public String toString() {
        return "***";
    }
}
