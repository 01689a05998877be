package org.symbolon.command.auth;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.symbolon.command.auth.port.UnownedTokenSearch;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Finds, before any lock or database connection is held, the token that a user without one could claim. A fair queue lets
 * only half as many searches run at once as there are cores, and each looks at a bounded number of tokens: anybody can cause one.
 */
public class ClaimEvidence {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UnownedTokenSearch unowned;
    private final ValueSearch search;
    private final ClaimGuesses guesses;
    private final UserPasswords passwords;
    private final PinVerifier pins;
    private final SystemSettings settings;
    private final int mostTokens;
    private final Semaphore permits =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    public ClaimEvidence(
            UnownedTokenSearch unowned,
            ValueSearch search,
            UserPasswords passwords,
            PinVerifier pins,
            SystemSettings settings,
            ClaimGuesses guesses,
            int mostTokens) {
        this.unowned = unowned;
        this.search = search;
        this.guesses = guesses;
        this.passwords = passwords;
        this.pins = pins;
        this.settings = settings;
        this.mostTokens = mostTokens;
    }

    /** Counts one more try; whether anything is looked for. Whoever tries too often is not served, whatever he types. */
    boolean another(TokenOwner user) {
        return guesses.another(user);
    }

    /**
     * The one token that gives the value; none if several do, for then it is not known whose they are.
     *
     * @param needsPassword whether what stands beside the value must be the user's password
     */
    Optional<Claim> find(TokenOwner user, Secret typed, boolean needsPassword) {
        Map<Secret, Boolean> known = new HashMap<>();
        List<SearchedToken> found = queued(() -> search.find(
                unowned.inRealm(user.realm(), search.types()),
                token -> Optional.of(split(token, typed))
                        .filter(split -> split.fits() && mayBePin(split.pin()))
                        .filter(split ->
                                !needsPassword || known.computeIfAbsent(split.pin(), pin -> isPassword(user, pin)))
                        .map(SplitPass::otp),
                null,
                mostTokens));
        return found.size() == 1 ? Optional.of(found(found.get(0), typed)) : Optional.empty();
    }

    /** Finds nothing where so many others search that it would take too long. */
    private List<SearchedToken> queued(Supplier<List<SearchedToken>> searching) {
        try {
            if (!permits.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        try {
            return searching.get();
        } finally {
            permits.release();
        }
    }

    private Claim found(SearchedToken token, Secret typed) {
        SplitPass split = split(token, typed);
        Pin pin = split.pin().isEmpty() ? Pin.NONE : pins.hash(split.pin());
        return new Claim(token.serial(), token.type(), split.otp(), pin);
    }

    private SplitPass split(SearchedToken token, Secret typed) {
        return SplitPass.of(typed, search.typedLength(token), settings.flagUnlessDenied("PrependPin"));
    }

    private static boolean mayBePin(Secret pin) {
        return pin.length() <= Limits.PIN;
    }

    /** Nobody has the empty password, whatever his user store says. */
    private boolean isPassword(TokenOwner user, Secret pin) {
        return !pin.isEmpty() && passwords.match(user, pin);
    }
}
