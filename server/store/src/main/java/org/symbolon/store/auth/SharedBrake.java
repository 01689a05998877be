package org.symbolon.store.auth;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.auth.brake.GuessesNews;
import org.symbolon.command.auth.brake.LoginBrake;
import org.symbolon.command.auth.brake.SharedGuesses;
import org.symbolon.store.background.BackgroundLoop;

/**
 * Lets the nodes know of each other's failed log-ins, so that whoever guesses at several of them is slowed down as at one. It
 * runs beside the log-ins, twice a second, and never makes one wait.
 */
public final class SharedBrake extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBrake.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration OVERLAP = Duration.ofSeconds(2);
    private static final int ROUNDS_BETWEEN_CLEARINGS = 600;

    private final LoginBrake brake;
    private final JdbcOperations jdbc;
    private Instant seenUntil = Instant.EPOCH;
    private int rounds;

    public SharedBrake(LoginBrake brake, JdbcOperations jdbc) {
        super("symbolon-brake", PATIENCE);
        this.brake = brake;
        this.jdbc = jdbc;
    }

    @Override
    protected Duration round() {
        try {
            exchange();
        } catch (DataAccessException away) {
            LOG.debug("What nodes know of failed log-ins could not be exchanged", away);
        }
        return PAUSE;
    }

    /** What other nodes have not been told is not worth a wait. */
    @Override
    protected void end() {}

    private void exchange() {
        List<GuessesNews> news = brake.tell();
        if (!news.isEmpty()) {
            tell(news);
        }
        learn();
        rounds++;
        if (rounds % ROUNDS_BETWEEN_CLEARINGS == 0) {
            clear();
        }
    }

    private void tell(List<GuessesNews> news) {
        jdbc.update(
                """
                insert into login_failures as known (name, failures, as_of, last_failure, forgiven_after)
                select name, more, clock_timestamp(), last_failure, forgiven_after
                from unnest(cast(? as text[]), cast(? as double precision[]), cast(? as timestamptz[]),
                    cast(? as double precision[])) as news (name, more, last_failure, forgiven_after)
                order by name
                on conflict (name) do update set
                    failures = greatest(0, greatest(0, known.failures
                        - extract(epoch from excluded.as_of - known.as_of) / known.forgiven_after) + excluded.failures),
                    as_of = excluded.as_of,
                    last_failure = greatest(known.last_failure, excluded.last_failure)
                """,
                column(news, GuessesNews::name),
                column(news, GuessesNews::more),
                column(news, GuessesNews::lastFailure),
                column(news, one -> one.forgivenAfter().toMillis() / 1000.0));
    }

    private static Object column(List<GuessesNews> news, Function<GuessesNews, Object> value) {
        return news.stream().map(value.andThen(Object::toString)).toArray(String[]::new);
    }

    /** What is as new as the newest that was seen is looked at again, since some of it may have been committed late. */
    private void learn() {
        List<SharedGuesses> known = new ArrayList<>();
        jdbc.query(
                """
                select name, as_of, last_failure, greatest(0, failures
                    - extract(epoch from clock_timestamp() - as_of) / forgiven_after) as failures
                from login_failures where as_of >= ?
                """,
                row -> {
                    known.add(new SharedGuesses(
                            row.getString("name"),
                            row.getDouble("failures"),
                            row.getTimestamp("last_failure").toInstant()));
                    seen(row.getTimestamp("as_of").toInstant().minus(OVERLAP));
                },
                Timestamp.from(seenUntil));
        brake.learn(known);
    }

    private void seen(Instant time) {
        seenUntil = time.isAfter(seenUntil) ? time : seenUntil;
    }

    private void clear() {
        jdbc.update("delete from login_failures where extract(epoch from now() - as_of) / forgiven_after > failures");
    }
}
