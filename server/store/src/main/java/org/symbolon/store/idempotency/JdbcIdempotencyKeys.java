package org.symbolon.store.idempotency;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.command.idempotency.port.IdempotencyKeys;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.command.idempotency.port.Turn;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.store.vault.MasterKey;

/** Idempotency keys in a table that all nodes share. A turn is held for half a minute, and for longer as long as this process lives. */
public final class JdbcIdempotencyKeys implements IdempotencyKeys {

    /** How many keys there may be in all. */
    static final int MOST = 100_000;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_CLEARED = 500;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final SecretVault vault;
    private final KeyDigests digests;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    public JdbcIdempotencyKeys(
            JdbcOperations jdbc, TransactionOperations transactions, SecretVault vault, MasterKey master) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.digests = new KeyDigests(master);
    }

    private record Row(boolean same, boolean decided, String subject, String answerKey, String answer) {}

    @Override
    public Optional<Turn> past(KeyedRequest request) {
        return find(request).filter(turn -> !(turn instanceof Turn.AtWork));
    }

    private Optional<Turn> find(KeyedRequest request) {
        return jdbc
                .query(
                        """
                        select content = ? as same, decided, subject, answer_key, answer from idempotency_key
                        where name = ? and kept_until > now()
                        """,
                        (row, number) -> new Row(
                                row.getBoolean("same"),
                                row.getBoolean("decided"),
                                row.getString("subject"),
                                row.getString("answer_key"),
                                row.getString("answer")),
                        content(request),
                        name(request))
                .stream()
                .findFirst()
                .map(row -> turn(row, HexFormat.of().formatHex(name(request))));
    }

    private Turn turn(Row row, String name) {
        if (!row.same()) {
            return new Turn.OfAnother();
        }
        return row.decided() ? new Turn.Done(row.subject(), answer(row, name)) : new Turn.AtWork();
    }

    private Optional<Secret> answer(Row row, String name) {
        if (row.answer() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.unseal(binding(name), new Sealed(row.answerKey(), row.answer())));
        } catch (SecretErasedException | SealBrokenException useless) {
            return Optional.empty();
        }
    }

    /** What the answer is sealed for: the row of this name has no aggregate, and stands in its place. */
    private static Binding binding(String name) {
        return Binding.of("idempotencykey/" + name, SecretPurpose.ANSWER);
    }

    @Override
    public Turn take(KeyedRequest request, int mostOfCaller) {
        byte[] caller = digests.of("caller", request.caller());
        if (full || countOf(caller) >= mostOfCaller) {
            return new Turn.TooMany();
        }
        Turn turn = transactions.execute(status -> takeFreed(request, caller));
        if (turn instanceof Turn.Taken taken) {
            held.add(taken.holder());
        }
        return turn;
    }

    private Turn takeFreed(KeyedRequest request, byte[] caller) {
        forget("name = ? and kept_until <= now()", name(request));
        String holder = UUID.randomUUID().toString();
        if (insert(request, caller, holder) == 1) {
            return new Turn.Taken(HexFormat.of().formatHex(name(request)), holder);
        }
        return find(request).orElseGet(Turn.AtWork::new);
    }

    private long countOf(byte[] caller) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from idempotency_key where caller = ?", Long.class, (Object) caller));
    }

    /** A turn that nobody holds any more goes to whoever repeats the request: nothing has come of it. */
    private int insert(KeyedRequest request, byte[] caller, String holder) {
        return jdbc.update(
                """
                insert into idempotency_key as known (name, caller, content, holder, held_until, kept_until)
                values (?, ?, ?, ?, now() + make_interval(secs => ?), now() + make_interval(secs => ?))
                on conflict (name) do update set
                    holder = excluded.holder, held_until = excluded.held_until, kept_until = excluded.kept_until
                where not known.decided and known.held_until < now() and known.content = excluded.content
                """,
                name(request),
                caller,
                content(request),
                holder,
                (double) HELD.toSeconds(),
                (double) KEPT.toSeconds());
    }

    @Override
    public boolean decide(Turn.Taken turn, String subject) {
        return jdbc.update(
                        "update idempotency_key set decided = true, subject = ? where name = ? and holder = ?",
                        subject,
                        name(turn),
                        turn.holder())
                == 1;
    }

    @Override
    public void keep(Turn.Taken turn, Secret answer) {
        held.remove(turn.holder());
        if (answer.length() > MOST_CHARACTERS) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            Sealed sealed = vault.seal(vault.newKey(), binding(turn.name()), answer);
            int kept = jdbc.update(
                    """
                    update idempotency_key set decided = true, answer_key = ?, answer = ? where name = ? and holder = ?
                    """,
                    sealed.key(),
                    sealed.box(),
                    name(turn),
                    turn.holder());
            if (kept == 0) {
                status.setRollbackOnly();
            }
        });
    }

    @Override
    public void giveBack(Turn.Taken turn) {
        held.remove(turn.holder());
        jdbc.update(
                "delete from idempotency_key where name = ? and holder = ? and not decided", name(turn), turn.holder());
    }

    /** Holds what is held for some more time. */
    void hold() {
        if (!held.isEmpty()) {
            jdbc.update(
                    "update idempotency_key set held_until = now() + make_interval(secs => ?) where holder = any(?)",
                    (double) HELD.toSeconds(),
                    held.toArray(String[]::new));
        }
    }

    /** Erases what has been kept long enough, and looks whether there is room for more. */
    void clear() {
        int cleared;
        do {
            cleared = Objects.requireNonNull(transactions.execute(status -> forget(
                    """
                    name in (select name from idempotency_key where kept_until <= now() limit ? for update skip locked)
                    """,
                    MOST_CLEARED)));
        } while (cleared == MOST_CLEARED);
        full = Objects.requireNonNull(jdbc.queryForObject("select count(*) from idempotency_key", Long.class)) >= MOST;
    }

    /** Rows and the keys of their answers, in the current transaction. */
    private int forget(String which, Object parameter) {
        List<String> keys = jdbc.queryForList(
                "delete from idempotency_key where " + which + " returning coalesce(answer_key, '')",
                String.class,
                parameter);
        keys.stream().filter(key -> !key.isEmpty()).forEach(vault::forget);
        return keys.size();
    }

    private byte[] name(KeyedRequest request) {
        return digests.of("name", request.caller() + '\0' + request.key());
    }

    private byte[] content(KeyedRequest request) {
        return digests.of("content", request.content());
    }

    private static byte[] name(Turn.Taken turn) {
        return HexFormat.of().parseHex(turn.name());
    }
}
