package org.symbolon.api.validate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.shared.Randomness;

/**
 * Challenges of 32 bytes that any device may answer. Nothing has to be kept of one, so that nobody can fill the store by asking for
 * them: it says itself until when it can be answered and whether a device must find out who uses it, and carries a code over that and
 * its transaction which this server alone can make.
 */
public final class ChallengesForAnybody {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int SAID_BYTES = 16;
    private static final int RANDOM_BYTES = SAID_BYTES - Integer.BYTES - 1;

    private final SecretKeySpec key;
    private final Randomness randomness;
    private final TransactionIds ids;
    private final Clock clock;

    public ChallengesForAnybody(byte[] serverKey, Randomness randomness, Clock clock) {
        this.key = new SecretKeySpec(NamelessChallenges.derived(serverKey, "challenges for any key"), ALGORITHM);
        this.randomness = randomness;
        this.ids = new TransactionIds(randomness);
        this.clock = clock;
    }

    /** One that was made, and what is to be signed of it: these characters, as they stand. */
    record Made(String transactionId, String challenge) {}

    /** One that was answered: until when it can be, and whether the device must have found out who uses it. */
    record Answered(String challenge, boolean verifies, Instant expires) {}

    Made make(boolean verifies, int seconds) {
        String transactionId = ids.next();
        byte[] said = ByteBuffer.allocate(SAID_BYTES)
                .putInt((int) clock.instant().plusSeconds(seconds).getEpochSecond())
                .put((byte) (verifies ? 1 : 0))
                .put(randomness.bytes(RANDOM_BYTES))
                .array();
        byte[] challenge = ByteBuffer.allocate(BYTES)
                .put(said)
                .put(code(transactionId, said))
                .array();
        return new Made(transactionId, text(challenge));
    }

    private static String text(byte[] challenge) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }

    /** The challenge; empty if this server has made none such, letter by letter, for the transaction. */
    Optional<Answered> read(String transactionId, String challenge) {
        return bytes(challenge)
                .filter(bytes -> bytes.length == BYTES && text(bytes).equals(challenge))
                .filter(bytes -> isMade(transactionId, bytes))
                .map(bytes -> answered(challenge, ByteBuffer.wrap(bytes)));
    }

    private static Optional<byte[]> bytes(String challenge) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(challenge));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Answered answered(String challenge, ByteBuffer said) {
        Instant expires = Instant.ofEpochSecond(Integer.toUnsignedLong(said.getInt()));
        return new Answered(challenge, said.get() == 1, expires);
    }

    private boolean isMade(String transactionId, byte[] challenge) {
        byte[] code = Arrays.copyOfRange(challenge, SAID_BYTES, BYTES);
        return MessageDigest.isEqual(code, code(transactionId, Arrays.copyOf(challenge, SAID_BYTES)));
    }

    private byte[] code(String transactionId, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(said);
            mac.update(transactionId.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), BYTES - SAID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
