package org.symbolon.command.auth.brake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
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

    private static final int SHARDS = 32;
    private static final String ADDRESS = "address/";
    private static final String ACCOUNT = "account/";
    private static final String PAIR = "pair/";

    private final BrakeRule ofAccounts;
    private final BrakeRule ofAddresses;
    private final List<BrakeShard> shards;
    private final LongAdder refused = new LongAdder();

    /**
     * A brake that knows of no failure.
     *
     * @param ofAccounts when the attempts at one account are slowed down
     * @param ofAddresses when those from one address are, at whatever account
     */
    public LoginBrake(BrakeRule ofAccounts, BrakeRule ofAddresses, Clock clock) {
        this.ofAccounts = ofAccounts;
        this.ofAddresses = ofAddresses;
        this.shards = Stream.generate(() -> new BrakeShard(MOST_KNOWN / SHARDS, clock))
                .limit(SHARDS)
                .toList();
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
        private final List<String> concerned = new ArrayList<>();
        private Outcome outcome = Outcome.OPEN;

        private Attempt(String pair) {
            this.pair = pair;
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
    public Attempt begin(String account, String address) {
        Attempt attempt = new Attempt(PAIR + Sha256.hexOf(account + "\n" + address));
        Duration pause = Duration.ZERO;
        for (String name : names(account, address, attempt.pair)) {
            Duration due = shardOf(name).begin(name, ruleOf(name));
            if (due.isZero()) {
                attempt.concerned.add(name);
            } else if (due.compareTo(pause) > 0) {
                pause = due;
            }
        }
        if (!pause.isZero()) {
            attempt.close();
            refused.increment();
            throw Refusal.tooManyFailures(pause);
        }
        return attempt;
    }

    /** Whose failures matter. */
    private List<String> names(String account, String address, String pair) {
        Stream<String> names = shardOf(pair).isFamiliar(pair)
                ? Stream.of(pair)
                : Stream.concat(
                        Stream.of(ACCOUNT + Sha256.hexOf(account)),
                        address.isEmpty() ? Stream.empty() : Stream.of(ADDRESS + Sha256.hexOf(address)));
        return names.filter(name -> ruleOf(name).failures() > 0).toList();
    }

    private BrakeRule ruleOf(String name) {
        return name.startsWith(ADDRESS) ? ofAddresses : ofAccounts;
    }

    private BrakeShard shardOf(String name) {
        return shards.get(Math.floorMod(name.hashCode(), SHARDS));
    }

    private void end(Attempt attempt) {
        for (String name : attempt.concerned) {
            shardOf(name).end(name, ruleOf(name), attempt.outcome);
        }
        if (attempt.outcome == Outcome.RIGHT) {
            shardOf(attempt.pair).makeFamiliar(attempt.pair);
        }
    }

    /** How many attempts were refused so far. */
    public long refused() {
        return refused.sum();
    }

    /** What other nodes have not been told yet, which they are now. */
    public List<GuessesNews> tell() {
        return shards.stream().flatMap(shard -> shard.tell().stream()).toList();
    }

    /** Takes over what all nodes know together. */
    public void learn(List<SharedGuesses> shared) {
        for (SharedGuesses guesses : shared) {
            String name = guesses.name();
            shardOf(name).learn(guesses, ruleOf(name));
        }
    }
}
