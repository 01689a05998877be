package org.symbolon.projections.challenge;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.projections.shared.StoredSecret;

/**
 * Keeps the table of challenges, inline: a client polls any node for an answer that another has taken. An expired one stays
 * until it is cleared away with all others, for that it expires is no event.
 */
@ProcessingGroup("inline")
public class ChallengeProjection {

    /** What a declined challenge remembers, in place of what it had to remember. */
    public static final String DECLINED = "challenge_declined";

    /** The same of one that was cancelled. */
    public static final String CANCELLED = "challenge_cancelled";

    private static final String COLUMNS =
            """
            insert into challenge (id, transaction_id, data, data_key, challenge, session, serial, token_id, timestamp,
                expiration, received_count, otp_valid)
            """;

    /** The lock lets a token that is being deleted go first; then nothing is inserted. */
    private static final String OF_TOKEN =
            COLUMNS + "select ?, ?, ?, ?, ?, ?, ?, id, ?, ?, 0, false from token where id = ? for key share";

    private static final String OF_NO_TOKEN = COLUMNS + "values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, 0, false)";

    private static final String ANSWERED =
            """
            update challenge set received_count = received_count + 1, otp_valid = ?
            where transaction_id = ? and serial = ?
            """;

    private static final String REFUSED =
            "update challenge set data = ?, data_key = null where transaction_id = ? and serial = ?";

    private static final String PROLONGED =
            "update challenge set expiration = ? where transaction_id = ? and serial = ?";

    private final JdbcOperations jdbc;

    public ChallengeProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ChallengesBegun event, @Position long position, @Timestamp Instant time) {
        List<BegunChallenge> challenges = event.challenges();
        for (int ordinal = 0; ordinal < challenges.size(); ordinal++) {
            insert(RowId.of(position, ordinal), event.transactionId(), challenges.get(ordinal), time);
        }
    }

    private void insert(long id, String transactionId, BegunChallenge asked, Instant time) {
        Sealed secret = asked.secretData();
        String data = secret == null ? asked.data() : StoredSecret.box(secret);
        Object[] values = {
            id,
            transactionId,
            StorableText.of(data),
            StoredSecret.key(secret),
            StorableText.of(asked.challenge()),
            StorableText.of(asked.session()),
            asked.serial(),
            stored(time),
            stored(time.plusSeconds(asked.validSeconds()))
        };
        if (asked.tokenId() == null) {
            jdbc.update(OF_NO_TOKEN, values);
            return;
        }
        Object[] withToken = Arrays.copyOf(values, values.length + 1);
        withToken[values.length] = asked.tokenId();
        jdbc.update(OF_TOKEN, withToken);
    }

    @EventHandler
    void on(ChallengeAnswered event) {
        jdbc.update(ANSWERED, true, event.transactionId(), event.serial());
    }

    @EventHandler
    void on(ChallengeAnsweredWrongly event) {
        jdbc.update(ANSWERED, false, event.transactionId(), event.serial());
    }

    @EventHandler
    void on(ChallengeDeclined event) {
        jdbc.update(REFUSED, DECLINED, event.transactionId(), event.serial());
    }

    @EventHandler
    void on(ChallengeCancelled event) {
        jdbc.update(REFUSED, CANCELLED, event.transactionId(), event.serial());
    }

    @EventHandler
    void on(ChallengeProlonged event) {
        jdbc.update(PROLONGED, stored(event.until()), event.transactionId(), event.serial());
    }

    @EventHandler
    void on(ChallengesEnded event) {
        jdbc.update(
                "delete from challenge where transaction_id = ? and serial = any(cast(? as text[]))",
                event.transactionId(),
                event.serials().toArray(String[]::new));
    }

    @EventHandler
    void on(ExpiredChallengesRemoved event) {
        jdbc.update("delete from challenge where expiration < ?", stored(event.expiredBefore()));
    }

    /** No finer than the store keeps the times of events, so that a rebuild brings the same. */
    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
