package org.symbolon.projections.monitoring;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/**
 * Counts by the hour how log-ins ended. A log-in is a request that asks for one: it may concern several tokens, or none at
 * all, so the facts of tokens could not tell.
 */
@ProcessingGroup("trailing")
public class AuthenticationProjection {

    private static final Pattern LOGIN = Pattern.compile("(GET|POST) /validate/(|radius|saml)check");

    private final JdbcOperations jdbc;

    public AuthenticationProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(RequestAnswered event, @Timestamp Instant time) {
        if (!LOGIN.matcher(event.action()).matches()) {
            return;
        }
        Kind kind = new Kind(
                LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.HOURS), ZoneOffset.UTC),
                event.success() ? "accepted" : "rejected",
                textOf(event.tokenType()),
                textOf(event.realm()));
        batch().counts.merge(kind, 1L, Long::sum);
    }

    private static String textOf(String text) {
        return StorableText.of(Objects.requireNonNullElse(text, ""));
    }

    private Batch batch() {
        return UnitOfWorkBatch.current(
                AuthenticationProjection.class.getName(), Batch::new, batch -> batch.write(jdbc));
    }

    private record Kind(LocalDateTime hour, String outcome, String type, String realm) {}

    /** What a batch of events adds to the counts. */
    private static final class Batch {

        private final Map<Kind, Long> counts = new HashMap<>();

        private void write(JdbcOperations jdbc) {
            List<Object[]> rows = new ArrayList<>();
            counts.forEach((kind, count) ->
                    rows.add(new Object[] {kind.hour(), kind.outcome(), kind.type(), kind.realm(), count}));
            jdbc.batchUpdate(
                    """
                    insert into statistics_authentication as former (hour, outcome, tokentype, realm, count)
                    values (?, ?, ?, ?, ?)
                    on conflict (hour, outcome, tokentype, realm) do update set count = former.count + excluded.count
                    """,
                    rows);
        }
    }
}
