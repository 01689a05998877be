package org.symbolon.connectors.passwordhash;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/**
 * Compares passwords with the hashes that applications keep of them in their tables, and makes such hashes. Half of the cores are left to
 * others, so that a flood of wrong passwords slows down its sender and not the server.
 */
public final class PasswordHashes {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]?\\$(\\d{2})\\$[./0-9A-Za-z]{53}");
    private static final Pattern CRYPT = Pattern.compile("\\$[156]\\$.+");
    private static final Pattern HEX_OF_SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final String OWN_CLOUD = "1|";

    /** 2^14 take a second. */
    private static final int MOST_OF_BCRYPT = 14;

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * Whether this is the password. A text in no form that is known is nobody's hash.
     *
     * @throws CostlyHashException if the hash asks for more work than anybody waits for
     * @throws UserStoreUnavailableException if too many wait for their turn
     */
    public boolean matches(Secret hash, Secret password) {
        String stored =
                hash.reveal().startsWith(OWN_CLOUD) ? hash.reveal().substring(OWN_CLOUD.length()) : hash.reveal();
        if (stored.isEmpty() || Passwords.isTooLong(password)) {
            return false;
        }
        takeTurn();
        try {
            return compared(stored, password);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new UserStoreUnavailableException("too many passwords are being compared", null);
    }

    private static boolean compared(String stored, Secret password) {
        Optional<SaltedDigest> salted = SaltedDigest.of(stored);
        if (salted.isPresent()) {
            return salted.get().matches(stored, password);
        }
        Matcher bcrypt = BCRYPT.matcher(stored);
        if (bcrypt.matches()) {
            CostlyHashException.requireAtMost(MOST_OF_BCRYPT, bcrypt.group(1), "as the cost of bcrypt");
            return bcryptMatches(stored, password);
        }
        if (CRYPT.matcher(stored).matches()) {
            return UnixCryptHash.matches(Secret.of(stored), password);
        }
        if (HEX_OF_SHA256.matcher(stored).matches()) {
            return Passwords.isEqual(stored.toLowerCase(Locale.ROOT), hexOfSha256(password));
        }
        return PortableHash.matches(stored, password).orElse(false);
    }

    private static boolean bcryptMatches(String hash, Secret password) {
        try {
            return OpenBSDBCrypt.checkPassword(hash, password.utf8());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    static String hexOfSha256(Secret password) {
        return HexFormat.of().formatHex(Passwords.digest("SHA-256").digest(password.utf8()));
    }

    /**
     * A new hash.
     *
     * @throws IllegalArgumentException if the password is longer than any that would match
     */
    public String hash(HashType type, Secret password, RandomGenerator random) {
        if (Passwords.isTooLong(password)) {
            throw new IllegalArgumentException("the password is too long");
        }
        takeTurn();
        try {
            return type.hash(password, random);
        } finally {
            turns.release();
        }
    }
}
