package org.symbolon.store.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.command.bulk.port.BulkOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bulk operations in tables that all nodes share. One is held for half a minute, and for longer as long as this process lives. */
public final class JdbcBulkOperations implements BulkOperations {

    private static final Duration HELD = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_REASON = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final BulkReading reading;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    public JdbcBulkOperations(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reading = new BulkReading(jdbc);
    }

    @Override
    public int openOf(Owner owner) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from bulk_operation where administrator = ? and realm = ? and ended_at is null",
                Integer.class,
                owner.administrator(),
                owner.realm()));
    }

    @Override
    public Turn begin(Owner owner, Order order, List<String> serials, Runnable within) {
        Turn turn = new Turn(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        transactions.executeWithoutResult(status -> {
            jdbc.update(
                    """
                    insert into bulk_operation (id, administrator, realm, action, settings, holder, held_until)
                    values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
                    """,
                    turn.operation(),
                    owner.administrator(),
                    owner.realm(),
                    order.action(),
                    JSON.writeValueAsString(order.settings()),
                    turn.holder(),
                    (double) HELD.toSeconds());
            jdbc.update(
                    """
                    insert into bulk_token (operation, number, serial)
                    select ?, listed.number, listed.serial
                    from unnest(cast(? as integer[]), cast(? as text[])) as listed (number, serial)
                    """,
                    turn.operation(),
                    IntStream.rangeClosed(1, serials.size()).boxed().toArray(Integer[]::new),
                    serials.toArray(String[]::new));
            within.run();
        });
        held.add(turn.holder());
        return turn;
    }

    @Override
    public Optional<Turn> resume(String id, Owner owner) {
        Turn turn = new Turn(id, UUID.randomUUID().toString());
        int taken = jdbc.update(
                """
                update bulk_operation set holder = ?, held_until = now() + make_interval(secs => ?)
                where id = ? and administrator = ? and realm = ? and ended_at is null and held_until <= now()
                """,
                turn.holder(),
                (double) HELD.toSeconds(),
                id,
                owner.administrator(),
                owner.realm());
        if (taken == 0) {
            return Optional.empty();
        }
        held.add(turn.holder());
        return Optional.of(turn);
    }

    @Override
    public Order order(Turn turn) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select action, settings from bulk_operation where id = ?",
                (row, number) -> new Order(
                        row.getString("action"),
                        JSON.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {})),
                turn.operation()));
    }

    @Override
    public Optional<Step> next(Turn turn) {
        return jdbc
                .query(
                        """
                        select token.number, token.serial
                        from bulk_token token join bulk_operation operation on operation.id = token.operation
                        where operation.id = ? and operation.holder = ? and operation.ended_at is null
                            and token.outcome = 'open'
                        order by token.number limit 1
                        """,
                        (row, number) -> new Step(row.getInt("number"), row.getString("serial")),
                        turn.operation(),
                        turn.holder())
                .stream()
                .findFirst();
    }

    @Override
    public boolean done(Turn turn, Step step) {
        return settle(turn, step, "done", "") == 1;
    }

    @Override
    public void refused(Turn turn, Step step, String reason) {
        String told = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        settle(turn, step, "refused", told);
    }

    private int settle(Turn turn, Step step, String outcome, String reason) {
        return jdbc.update(
                """
                update bulk_token set outcome = ?, reason = ?
                where operation = ? and number = ? and outcome = 'open' and exists (
                    select 1 from bulk_operation where id = bulk_token.operation and holder = ? and ended_at is null
                    for share)
                """,
                outcome,
                reason,
                turn.operation(),
                step.number(),
                turn.holder());
    }

    @Override
    public void release(Turn turn) {
        held.remove(turn.holder());
        jdbc.update(
                """
                update bulk_operation set held_until = now(), ended_at = case when exists (
                    select 1 from bulk_token where operation = bulk_operation.id and outcome = 'open')
                    then ended_at else coalesce(ended_at, now()) end
                where id = ? and holder = ?
                """,
                turn.operation(),
                turn.holder());
    }

    @Override
    public boolean cancel(String id, Owner owner) {
        return jdbc.update(
                        """
                        update bulk_operation set ended_at = now(), cancelled = true
                        where id = ? and administrator = ? and realm = ? and ended_at is null
                        """,
                        id,
                        owner.administrator(),
                        owner.realm())
                == 1;
    }

    @Override
    public Optional<Progress> progress(String id, Owner owner) {
        return reading.progress(id, owner);
    }

    @Override
    public List<Progress> of(Owner owner, int most) {
        return reading.of(owner, most);
    }

    @Override
    public List<Refused> refusedOf(String id, int page, int size) {
        return reading.refusedOf(id, page, size);
    }

    /** Holds what is held for some more time. */
    void hold() {
        List<String> holders = new ArrayList<>(held);
        if (!holders.isEmpty()) {
            jdbc.update(
                    "update bulk_operation set held_until = now() + make_interval(secs => ?) where holder = any(?)",
                    (double) HELD.toSeconds(),
                    holders.toArray(String[]::new));
        }
    }

    /** Erases what ended long ago, and what nobody went on with. */
    void clear() {
        jdbc.update(
                "delete from bulk_operation where coalesce(ended_at, held_until) < now() - make_interval(secs => ?)",
                (double) KEPT.toSeconds());
    }
}
