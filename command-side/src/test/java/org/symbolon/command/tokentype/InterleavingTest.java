package org.symbolon.command.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.StaleEvidenceException;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * Log-ins, resynchronisations and what administrators do, in orders at random. As on several nodes, an attempt is prepared from
 * what is known at one time and decided at another, when much may have happened in between. No order of them lets a one-time
 * value count twice, and whoever does not know PIN and value changes nothing that the type keeps.
 */
class InterleavingTest extends ContractStage {

    /** Begins what is told of a right value of a token that is switched off or has failed too often: it is used up all the same. */
    private static final String UNFIT = "matching 1 tokens, ";

    private static final int ORDERS = 12;
    private static final int ACTS = 80;
    private static final int BEHIND = 4;
    private static final int AHEAD = 14;

    /** Values of these are good in any order, each once; of one, somebody outside has said so when it was prepared. */
    private static final Set<String> UNORDERED = Set.of("tan", "yubico");

    private final Set<Integer> used = new TreeSet<>();
    private final List<Prepared> prepared = new ArrayList<>();
    private String name;
    private Secret seed;
    private Random random;
    private int accepted;

    /** An attempt with the value that the device shows at a use, or with one that it never shows. */
    private record Prepared(String typed, Optional<Integer> use, LogIn attempt) {}

    static Stream<Arguments> orders() {
        return TokenTypeContractTest.lasting()
                .filter(ContractDevices::oneTime)
                .flatMap(type -> IntStream.range(0, ORDERS).mapToObj(order -> Arguments.of(type, order)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void noValueCountsTwiceAndNothingWrongMovesAnything(String type, int order) {
        settings.with("DefaultMaxFailCount", "6");
        name = type;
        random = new Random(order);
        seed = enrolled(type);

        for (int act = 0; act < ACTS; act++) {
            happen();
        }

        assertThat(accepted).as("log-ins that were accepted").isPositive();
    }

    private void happen() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> decide(prepare());
            case 4, 5 -> prepared.add(prepare());
            case 6, 7 -> decidePrepared();
            case 8 -> resynchronise();
            case 9 -> now = now.plusSeconds(random.nextInt(60));
            case 10 -> stage.when(new ResetFailCounters(List.of(SERIAL)));
            default -> switchOffAndPerhapsOn();
        }
    }

    private Prepared prepare() {
        int use = someUse();
        String value = ContractDevices.value(name, seed, use);
        return switch (random.nextInt(8)) {
            case 0 -> prepared("4321" + value, Optional.empty());
            case 1 -> prepared(PIN + "x".repeat(value.length()), Optional.empty());
            default -> prepared(PIN + value, Optional.of(use));
        };
    }

    private Prepared prepared(String typed, Optional<Integer> use) {
        return new Prepared(typed, use, attempt(typed));
    }

    /** One that was, one that comes next, or one from beyond. */
    private int someUse() {
        return Math.max(0, last() - BEHIND + random.nextInt(BEHIND + AHEAD));
    }

    private int last() {
        return used.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    private void decidePrepared() {
        if (!prepared.isEmpty()) {
            decide(prepared.remove(random.nextInt(prepared.size())));
        }
    }

    private void decide(Prepared trial) {
        TypeState before = view().state();
        Decision decision = decided(trial);
        if (decision.accepted() || decision.message().startsWith(UNFIT)) {
            assertThat(trial.use()).as("the device shows it").isPresent();
            usedUp(trial.use().get());
            accepted += decision.accepted() ? 1 : 0;
        } else {
            assertThat(view().state()).as("state after a refusal").isEqualTo(before);
        }
    }

    /** Where the token has changed meanwhile, the server prepares it anew. */
    private Decision decided(Prepared trial) {
        try {
            return (Decision) stage.when(trial.attempt());
        } catch (StaleEvidenceException changed) {
            return logIn(trial.typed());
        }
    }

    /** The first of the two may be the one that was used last, for only the second brings the server ahead. */
    private void resynchronise() {
        int use = someUse();
        TypeState before = view().state();
        Secret first = Secret.of(ContractDevices.value(name, seed, use));
        Secret second = Secret.of(ContractDevices.value(name, seed, use + 1));
        @SuppressWarnings("unchecked")
        Optional<Boolean> found = (Optional<Boolean>) stage.when(new ResynchronizeToken(SERIAL, first, second));
        if (found.orElse(false)) {
            usedUp(use + 1);
        } else {
            assertThat(view().state()).as("state after a refusal").isEqualTo(before);
        }
    }

    private void usedUp(int use) {
        if (UNORDERED.contains(name)) {
            assertThat(used).doesNotContain(use);
        } else {
            assertThat(use).as("a value that is newer than any before").isGreaterThan(last());
        }
        used.add(use);
    }

    private void switchOffAndPerhapsOn() {
        stage.when(new DisableTokens(List.of(SERIAL)));
        decidePrepared();
        if (random.nextInt(4) > 0) {
            stage.when(new EnableTokens(List.of(SERIAL)));
        }
    }
}
