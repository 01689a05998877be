package org.symbolon.app.benchmark;

import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.cli.benchmark.SampleData;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.sending.Correlation;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.vault.DataKeyVault;

/**
 * Fills a server with made-up data, in batches. Seeds and the one PIN are random and told to nobody, so that no log-in can
 * succeed with these tokens.
 */
@Component
public class SampleFilling implements SampleData {

    private static final String ACTOR = "bench";
    private static final int BATCH = 1000;
    private static final int SECRET_BYTES = 20;
    /** Requests are about so many tokens at least, whether they exist or not. */
    private static final int LEAST_TOKENS = 1000;

    private static final Duration SPAN = Duration.ofDays(30);

    private final JdbcOperations jdbc;
    private final BulkEvents events;
    private final SamplePeople people;
    private final DataKeyVault vault;
    private final PasswordHasher hasher;
    private final Randomness randomness;
    private final TrailingModels trailing;
    private final Clock clock;
    private final String node;

    SampleFilling(
            JdbcOperations jdbc,
            BulkEvents events,
            SamplePeople people,
            DataKeyVault vault,
            PasswordHasher hasher,
            Randomness randomness,
            TrailingModels trailing,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        this.jdbc = jdbc;
        this.events = events;
        this.people = people;
        this.vault = vault;
        this.hasher = hasher;
        this.randomness = randomness;
        this.trailing = trailing;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public Filled fill(long tokens, long requests, Progress progress) {
        refuseRealTokens();
        long before = number("select last_value from token_seq");
        people.settle(ACTOR, SampleToken.people(Math.toIntExact(Math.max(before + tokens, LEAST_TOKENS))));
        long began = System.nanoTime();
        enrol(tokens, done -> progress.at(done, tokens + requests));
        answer(requests, done -> progress.at(tokens + done, tokens + requests));
        Duration appending = Duration.ofNanos(System.nanoTime() - began);
        began = System.nanoTime();
        follow();
        Duration following = Duration.ofNanos(System.nanoTime() - began);
        return new Filled(
                tokens + requests,
                appending,
                following,
                number("select count(*) from token"),
                number("select count(*) from mfa_audit"));
    }

    private void refuseRealTokens() {
        if (number("select count(*) from token where serial !~ ?", SampleToken.SERIALS) > 0) {
            throw new CommandFailedException(
                    "this server has tokens that are not made up; measure with another --data");
        }
    }

    private void enrol(long count, LongConsumer done) {
        Pin pin = new Pin.Hashed(hasher.hash(Secret.of(randomness.hex(SECRET_BYTES))));
        for (long from = 0; from < count; from += BATCH) {
            int size = (int) Math.min(BATCH, count - from);
            events.append(() -> enrolments(size, pin));
            done.accept(from + size);
        }
    }

    private List<EventMessage<?>> enrolments(int count, Pin pin) {
        List<Integer> numbers = jdbc.queryForList(
                "select nextval('token_seq') from generate_series(1, cast(? as integer))", Integer.class, count);
        List<String> keys = vault.newKeys(count);
        MetaData origin = origin();
        Instant now = clock.instant();
        List<EventMessage<?>> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SampleToken token = new SampleToken(numbers.get(i));
            Binding binding = Token.binding(token.serial(), SecretPurpose.SEED);
            Sealed seed = vault.seal(keys.get(i), binding, Secret.of(randomness.hex(SECRET_BYTES)));
            batch.add(new GenericDomainEventMessage<>(
                    Token.class.getSimpleName(),
                    Token.idOf(token.serial()),
                    0,
                    token.enrolled(seed, pin, now),
                    origin));
        }
        return batch;
    }

    /** The requests lie evenly between the newest row of the audit, or a month ago, and now. */
    private void answer(long count, LongConsumer done) {
        int lastToken = (int) Math.max(LEAST_TOKENS, number("select last_value from token_seq"));
        Instant now = clock.instant();
        Instant start = Instant.ofEpochMilli(Math.max(
                now.minus(SPAN).toEpochMilli(),
                number("select coalesce(max(extract(epoch from date) * 1000)::bigint, 0) from mfa_audit")));
        Duration step = Duration.between(start, now).dividedBy(Math.max(1, count));
        SampleRequests requests = new SampleRequests(now.toEpochMilli(), lastToken);
        for (long from = 0; from < count; from += BATCH) {
            long first = from;
            int size = (int) Math.min(BATCH, count - from);
            events.append(() -> answers(requests, start, step, first, size));
            done.accept(from + size);
        }
    }

    private List<EventMessage<?>> answers(
            SampleRequests requests, Instant start, Duration step, long first, int count) {
        MetaData origin = origin();
        List<EventMessage<?>> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant time = start.plus(step.multipliedBy(first + i));
            Object fact = requests.next(time);
            batch.add(new GenericEventMessage<>(
                    new GenericEventMessage<>(fact, origin.and(Correlation.CLIENT, requests.client())), () -> time));
        }
        return batch;
    }

    private MetaData origin() {
        return MetaData.from(Map.of(Correlation.ACTOR, ACTOR, Correlation.ROLE, "system", Correlation.NODE, node));
    }

    /** Waits for the trailing read models, and sees to the statistics that the database would gather a while later. */
    private void follow() {
        while (!trailing.await()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CommandFailedException("interrupted; the read models go on to follow");
            }
        }
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set statement_timeout = 0");
                for (String table : List.of("token", "tokeninfo", "tokenowner", "tokenrealm", "mfa_audit")) {
                    statement.execute("vacuum (analyze) " + table);
                }
                statement.execute("set statement_timeout = '60s'");
            }
            return true;
        });
    }

    private long number(String sql, Object... arguments) {
        Long found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
