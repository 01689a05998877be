package org.symbolon.projections.effect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectDropped;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.effect.EffectRetried;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StorableText;

/**
 * Keeps which effects are still to be carried out, and for a week how those ended that did. An effect that is planned takes
 * the rows of those along that ended a week before it, so that a rebuild ends with the same rows; what an event handler caused and was
 * given up stays until it is dropped.
 */
@ProcessingGroup("trailing")
public class EffectProjection {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int REASON = 255;
    private static final String HANDLER = "handler";
    private static final String OUTSTANDING = "outstanding";
    private static final String CARRIED_OUT = "carried out";
    private static final String GIVEN_UP = "given up";

    private final JdbcOperations jdbc;

    public EffectProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(EffectPlanned event, @Timestamp Instant time, @Position long position) {
        jdbc.update(
                "delete from effect where ended < ? and (handler is null or state = ?)",
                stored(time.minus(KEPT)),
                CARRIED_OUT);
        jdbc.update(
                """
                insert into effect (id, effect_id, kind, state, attempts, next_attempt, serial, transaction_id, awaited,
                    useful_until, planned, handler)
                values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                """,
                RowId.of(position, 0),
                event.effectId(),
                event.kind(),
                OUTSTANDING,
                stored(time),
                event.cause().serial(),
                event.cause().transactionId(),
                event.awaited(),
                event.until() == null ? null : stored(event.until()),
                stored(time),
                handler(event));
    }

    private static Integer handler(EffectPlanned event) {
        String number = event.settings().get(HANDLER);
        return number == null ? null : Integer.valueOf(number);
    }

    @EventHandler
    void on(EffectRetried event, @Timestamp Instant time) {
        jdbc.update(
                "update effect set state = ?, attempts = 0, next_attempt = ?, reason = null, ended = null"
                        + " where effect_id = ?",
                OUTSTANDING,
                stored(time),
                event.effectId());
    }

    @EventHandler
    void on(EffectDropped event) {
        jdbc.update("delete from effect where effect_id = ?", event.effectId());
    }

    @EventHandler
    void on(EffectAttemptFailed event) {
        jdbc.update(
                "update effect set attempts = ?, next_attempt = ?, reason = ? where effect_id = ?",
                event.attempt(),
                stored(event.nextAttempt()),
                StorableText.cut(event.reason(), REASON),
                event.effectId());
    }

    @EventHandler
    void on(EffectCarriedOut event, @Timestamp Instant time) {
        jdbc.update(
                """
                update effect set state = ?, attempts = attempts + 1, next_attempt = null, reason = null, ended = ?
                where effect_id = ?
                """,
                CARRIED_OUT,
                stored(time),
                event.effectId());
    }

    @EventHandler
    void on(EffectGivenUp event, @Timestamp Instant time) {
        jdbc.update(
                """
                update effect set state = ?, attempts = ?, next_attempt = null, reason = ?, ended = ? where effect_id = ?
                """,
                GIVEN_UP,
                event.attempts(),
                StorableText.cut(event.reason(), REASON),
                stored(time),
                event.effectId());
    }

    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
