package org.symbolon.command.auth.brake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Sha256;

/**
 * Slows down whoever guesses, by whatever way he tries to log in: attempts at one account, and attempts from one address. It
 * stands beside the counters of tokens and the limits of policies, which a guesser can go round by naming something else.
 *
 * <p>From where an account was logged in to before, failures elsewhere do not matter: nobody is kept out of his account at
 * his own desk by somebody who guesses at it from afar, or at others from behind the same router.
 */
public final class LoginBrake {

    private static final int BYTES_OF_A_NAME = 300;

    /** A share of the memory, and no more than is of use. */
    private static final long MOST_KNOWN = Math.min(50_000, Runtime.getRuntime().maxMemory() / 32 / BYTES_OF_A_NAME);

    private static final Duration FAMILIAR_FOR = Duration.ofDays(30);
    private static final String ADDRESS = "address/";
    private static final String ACCOUNT = "account/";
    private static final String PAIR = "pair/";

    private final BrakeRule ofAccounts;
    private final BrakeRule ofAddresses;
    private final Clock clock;
    private final Map<String, Guesses> known = bounded();
    private final Map<String, Instant> familiar = bounded();
    private final Set<String> untold = new LinkedHashSet<>();
    private long refused;

    /**
     * A brake that knows of no failure.
     *
     * @param ofAccounts when the attempts at one account are slowed down
     * @param ofAddresses when those from one address are, at whatever account
     */
    public LoginBrake(BrakeRule ofAccounts, BrakeRule ofAddresses, Clock clock) {
        this.ofAccounts = ofAccounts;
        this.ofAddresses = ofAddresses;
        this.clock = clock;
    }

    /** Forgets first what was not asked about for longest. */
    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_KNOWN;
            }
        };
    }

    /** How an attempt ended. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Neither: something is still to be answered, or nothing was found out. */
        OPEN
    }

    /** An attempt under way. Whoever begins one closes it, and says before how it ended; where nothing is said, it is open. */
    public final class Attempt implements AutoCloseable {

        private final String pair;
        private final Map<String, Guesses> concerned;
        private Outcome outcome = Outcome.OPEN;

        private Attempt(String pair, Map<String, Guesses> concerned) {
            this.pair = pair;
            this.concerned = concerned;
        }

        public void ended(Outcome how) {
            outcome = how;
        }

        @Override
        public void close() {
            end(this);
        }
    }

    /**
     * Begins an attempt.
     *
     * @param account whom it is at; the same for all names that he goes by
     * @param address where it comes from; empty where that says nothing
     * @throws Refusal {@link Refusal#TOO_MANY} while a pause is due
     */
    public synchronized Attempt begin(String account, String address) {
        Instant now = clock.instant();
        String pair = PAIR + Sha256.hexOf(account + "\n" + address);
        Map<String, Guesses> concerned = new LinkedHashMap<>();
        names(account, address, pair, now)
                .filter(name -> ruleOf(name).failures() > 0)
                .forEach(name -> concerned.put(name, guesses(name, now)));
        Duration pause = concerned.values().stream()
                .map(guesses -> guesses.pause(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (!pause.isZero()) {
            refused++;
            throw Refusal.tooManyFailures(pause);
        }
        concerned.values().forEach(Guesses::begin);
        return new Attempt(pair, concerned);
    }

    private Stream<String> names(String account, String address, String pair, Instant now) {
        Instant since = familiar.get(pair);
        if (since != null && now.isBefore(since.plus(FAMILIAR_FOR))) {
            return Stream.of(pair);
        }
        Stream<String> place = address.isEmpty() ? Stream.empty() : Stream.of(ADDRESS + Sha256.hexOf(address));
        return Stream.concat(Stream.of(ACCOUNT + Sha256.hexOf(account)), place);
    }

    private BrakeRule ruleOf(String name) {
        return name.startsWith(ADDRESS) ? ofAddresses : ofAccounts;
    }

    private Guesses guesses(String name, Instant now) {
        return known.computeIfAbsent(name, fresh -> new Guesses(ruleOf(fresh), now));
    }

    private synchronized void end(Attempt attempt) {
        Instant now = clock.instant();
        attempt.concerned.forEach((name, guesses) -> {
            guesses.end();
            if (attempt.outcome == Outcome.WRONG) {
                guesses.fail(now);
            } else if (attempt.outcome == Outcome.RIGHT) {
                guesses.succeed(now);
            }
            if (guesses.hasNews()) {
                untold.add(name);
            }
            if (guesses.isForgotten(now)) {
                known.remove(name, guesses);
            }
        });
        if (attempt.outcome == Outcome.RIGHT) {
            familiar.put(attempt.pair, now);
        }
    }

    /** How many attempts were refused so far. */
    public synchronized long refused() {
        return refused;
    }

    /** What other nodes have not been told yet, which they are now. */
    public synchronized List<GuessesNews> tell() {
        List<GuessesNews> news = untold.stream()
                .filter(known::containsKey)
                .map(name -> known.get(name).tell(name))
                .toList();
        untold.clear();
        return news;
    }

    /** Takes over what all nodes know together. */
    public synchronized void learn(List<SharedGuesses> shared) {
        Instant now = clock.instant();
        shared.forEach(guesses -> guesses(guesses.name(), now).learn(guesses, now));
    }
}
