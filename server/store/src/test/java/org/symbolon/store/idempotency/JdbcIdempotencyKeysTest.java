package org.symbolon.store.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.command.idempotency.port.Turn;
import org.symbolon.events.shared.Secret;
import org.symbolon.store.support.MigratedDatabase;
import org.symbolon.store.vault.DataKeyVault;
import org.symbolon.store.vault.MasterKey;

class JdbcIdempotencyKeysTest {

    private static final int MANY = 100;
    private static final KeyedRequest REQUEST = new KeyedRequest("alice", "key one", "enrol swordfish");
    private static final Secret ANSWER = Secret.of("200\njson\nseed swordfish");

    @TempDir
    private static Path folder;

    private static DataSource dataSource;
    private static MasterKey master;

    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final JdbcIdempotencyKeys keys = node();
    private final JdbcIdempotencyKeys otherNode = node();

    @BeforeAll
    static void start() {
        dataSource = MigratedDatabase.with("V2__keys", "V21__idempotency_keys");
        master = MasterKey.inFile(folder.resolve("master.key"), new SecureRandom());
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate idempotency_key, data_key");
    }

    private JdbcIdempotencyKeys node() {
        DataKeyVault vault = new DataKeyVault(JdbcClient.create(dataSource), master, new SecureRandom());
        return new JdbcIdempotencyKeys(jdbc, transactions, vault, master);
    }

    private static Turn.Taken taken(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Taken.class);
        return (Turn.Taken) turn;
    }

    private Turn.Taken begin() {
        return taken(keys.take(REQUEST, MANY));
    }

    private long rows(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    /** As it is when nobody has held the turn for some time, since its process is gone. */
    private void abandon() {
        jdbc.update("update idempotency_key set held_until = now() - interval '1 s'");
    }

    @Test
    void whatWasDoneIsAnsweredAsBeforeOnEveryNode() {
        Turn.Taken turn = begin();
        assertThat(keys.past(REQUEST)).isEmpty();
        assertThat(otherNode.take(REQUEST, MANY)).isEqualTo(new Turn.AtWork());

        assertThat(keys.decide(turn, "OATH1")).isTrue();
        keys.keep(turn, ANSWER);

        assertThat(otherNode.past(REQUEST)).contains(new Turn.Done("OATH1", Optional.of(ANSWER)));
        assertThat(otherNode.take(REQUEST, MANY)).isEqualTo(new Turn.Done("OATH1", Optional.of(ANSWER)));
    }

    @Test
    void anotherRequestHasNotThisKeyAndAnotherCallerHasKeysOfHisOwn() {
        begin();

        KeyedRequest other = new KeyedRequest("alice", "key one", "enrol another");
        assertThat(otherNode.past(other)).contains(new Turn.OfAnother());
        assertThat(otherNode.take(other, MANY)).isEqualTo(new Turn.OfAnother());
        taken(otherNode.take(new KeyedRequest("bob", "key one", "enrol swordfish"), MANY));
    }

    @Test
    void whoHasDiedBeforeTheCommitIsFollowedByWhoRepeatsTheRequest() {
        Turn.Taken dead = begin();
        abandon();

        Turn.Taken follower = taken(otherNode.take(REQUEST, MANY));

        assertThat(keys.decide(dead, "OATH1")).as("one who comes back").isFalse();
        assertThat(otherNode.decide(follower, "OATH2")).isTrue();
    }

    @Test
    void whoHasDiedBehindTheCommitIsNotFollowed() {
        keys.decide(begin(), "OATH1");
        abandon();

        assertThat(otherNode.take(REQUEST, MANY)).isEqualTo(new Turn.Done("OATH1", Optional.empty()));
    }

    @Test
    void aDecisionThatIsRolledBackIsNone() {
        Turn.Taken turn = begin();
        transactions.executeWithoutResult(status -> {
            keys.decide(turn, "OATH1");
            status.setRollbackOnly();
        });
        keys.giveBack(turn);

        taken(otherNode.take(REQUEST, MANY));
    }

    @Test
    void aTurnThatIsGivenBackIsFreeUnlessItIsDecided() {
        keys.giveBack(begin());
        Turn.Taken turn = begin();
        keys.decide(turn, "OATH1");

        keys.giveBack(turn);

        assertThat(keys.past(REQUEST)).contains(new Turn.Done("OATH1", Optional.empty()));
    }

    @Test
    void whoLivesHoldsHisTurn() {
        begin();
        abandon();

        keys.hold();

        assertThat(otherNode.take(REQUEST, MANY)).isEqualTo(new Turn.AtWork());
    }

    @Test
    void nothingIsInClearAndAllIsErasedAfterADay() {
        Turn.Taken turn = begin();
        keys.keep(turn, ANSWER);
        String stored = jdbc.queryForList("select idempotency_key::text from idempotency_key", String.class)
                .toString();
        assertThat(stored).isNotBlank().doesNotContain("alice", "key one", "swordfish", "616c696365", "json");
        assertThat(rows("data_key")).isEqualTo(1);

        jdbc.update("update idempotency_key set kept_until = now() - interval '1 s'");
        assertThat(keys.past(REQUEST)).isEmpty();
        new IdempotencyUpkeep(keys).round();

        assertThat(rows("idempotency_key")).isZero();
        assertThat(rows("data_key")).isZero();
    }

    @Test
    void aKeyOfYesterdayIsFreeBeforeItIsCleared() {
        keys.keep(begin(), ANSWER);
        jdbc.update("update idempotency_key set kept_until = now() - interval '1 s'");

        taken(keys.take(REQUEST, MANY));

        assertThat(rows("data_key")).isZero();
    }

    @Test
    void anAnswerWhoseKeyIsErasedIsLost() {
        keys.keep(begin(), ANSWER);
        jdbc.update("delete from data_key");

        assertThat(node().past(REQUEST)).contains(new Turn.Done("", Optional.empty()));
    }

    @Test
    void aCallerHasSoManyKeysAndAllTogetherToo() {
        List.of("1", "2").forEach(key -> taken(keys.take(new KeyedRequest("alice", key, ""), 2)));
        assertThat(keys.take(new KeyedRequest("alice", "3", ""), 2)).isEqualTo(new Turn.TooMany());
        taken(keys.take(new KeyedRequest("bob", "3", ""), 2));

        jdbc.update(
                """
                insert into idempotency_key (name, caller, content, holder, held_until, kept_until)
                select int4send(n), 'c', '', '', now(), now() + interval '1 h' from generate_series(1, ?) as n
                """,
                JdbcIdempotencyKeys.MOST);
        keys.clear();
        assertThat(keys.take(new KeyedRequest("carol", "1", ""), MANY)).isEqualTo(new Turn.TooMany());
    }

    @Test
    void anAnswerThatIsTooLongIsNotKept() {
        Turn.Taken turn = begin();
        keys.decide(turn, "OATH1");

        keys.keep(turn, Secret.of("x".repeat(300_000)));

        assertThat(keys.past(REQUEST)).contains(new Turn.Done("OATH1", Optional.empty()));
    }
}
