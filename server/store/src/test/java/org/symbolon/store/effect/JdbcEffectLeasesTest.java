package org.symbolon.store.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.store.support.MigratedDatabase;

class JdbcEffectLeasesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static DataSource dataSource;

    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final JdbcEffectLeases here = new JdbcEffectLeases(jdbc, "here", LONG);
    private final JdbcEffectLeases there = new JdbcEffectLeases(jdbc, "there", LONG);

    @BeforeAll
    static void start() {
        dataSource = MigratedDatabase.with("V11__effect_leases");
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate public.effect_lease");
    }

    private void allRunOut() {
        jdbc.execute("update public.effect_lease set expires = clock_timestamp() - interval '1 millisecond'");
    }

    @Test
    void whatOneHoldsTheOtherDoesNotGetUntilItIsGivenBack() {
        assertThat(here.take(List.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
        assertThat(there.take(List.of("b", "c"))).containsExactly("c");
        assertThat(here.take(List.of("a"))).as("not even twice").isEmpty();

        there.release(List.of("a", "b"));
        assertThat(there.take(List.of("a", "b"))).as("given back by another").isEmpty();

        here.release(List.of("b"));
        assertThat(there.take(List.of("a", "b"))).containsExactly("b");
    }

    @Test
    void whatHasRunOutIsTakenByOthers() {
        here.take(List.of("a"));
        allRunOut();

        assertThat(there.take(List.of("a"))).containsExactly("a");
        here.renew(List.of("a"));
        here.release(List.of("a"));
        assertThat(here.take(List.of("a"))).isEmpty();
    }

    @Test
    void whatIsRenewedInTimeIsKept() {
        here.take(List.of("a", "b"));
        allRunOut();
        here.renew(List.of("a"));

        assertThat(there.take(List.of("a", "b"))).containsExactly("b");
    }

    @Test
    void aLeaseIsPartOfTheTransactionThatPlans() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.executeWithoutResult(status -> {
            here.takeWithin("a");
            status.setRollbackOnly();
        });

        assertThat(there.take(List.of("a"))).containsExactly("a");
    }

    @Test
    void whatIsLeftOverIsSweptAway() {
        here.take(List.of("a", "b"));
        jdbc.execute("update public.effect_lease set expires = clock_timestamp() - interval '2 hours'"
                + " where effect_id = 'a'");
        there.renew(List.of());

        assertThat(jdbc.queryForList("select effect_id from public.effect_lease", String.class))
                .containsExactly("b");
    }

    @Test
    void ofManyWhoTakeAtOnceEachEffectGetsOne() {
        List<String> wanted =
                IntStream.range(0, 100).mapToObj(number -> "effect" + number).toList();
        List<CompletableFuture<Set<String>>> takers = Stream.of("one", "two", "three", "four")
                .map(holder -> CompletableFuture.supplyAsync(() -> {
                    List<String> shuffled = new ArrayList<>(wanted);
                    Collections.shuffle(shuffled);
                    return new JdbcEffectLeases(jdbc, holder, LONG).take(shuffled);
                }))
                .toList();

        assertThat(takers.stream().flatMap(taker -> taker.join().stream())).containsExactlyInAnyOrderElementsOf(wanted);
    }
}
