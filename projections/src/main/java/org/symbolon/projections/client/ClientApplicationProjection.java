package org.symbolon.projections.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/**
 * Keeps which programs asked for the check of a log-in, from where, and when last. Whether that is to be kept is a setting
 * that changes over time: it is followed in the order of the stream, so that a rebuild leaves out what was left out.
 */
@ProcessingGroup("trailing")
public class ClientApplicationProjection {

    private static final String SWITCH = "DisableClientTracking";
    private static final Set<String> TRUE = Set.of("1", "True", "true", "TRUE");
    private static final Set<String> CHECKS = Set.of(
            "GET /validate/check",
            "POST /validate/check",
            "GET /validate/radiuscheck",
            "POST /validate/radiuscheck",
            "GET /validate/samlcheck",
            "POST /validate/samlcheck",
            "RADIUS /access-request");

    private final JdbcOperations jdbc;

    public ClientApplicationProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SettingStored event) {
        if (event.key().equals(SWITCH)) {
            batch().disable(TRUE.contains(
                    Objects.requireNonNullElse(event.entry().value(), "")));
        }
    }

    @EventHandler
    void on(SettingDeleted event) {
        if (event.key().equals(SWITCH)) {
            batch().disable(false);
        }
    }

    @EventHandler
    void on(RequestAnswered event, MetaData metadata, @Timestamp Instant time, @Position long position) {
        if (CHECKS.contains(event.action()) && metadata.containsKey("client")) {
            batch().seen(Sighting.of(metadata), time, position);
        }
    }

    private ClientBatch batch() {
        return UnitOfWorkBatch.current(
                ClientApplicationProjection.class.getName(), () -> ClientBatch.begin(jdbc), batch -> batch.write(jdbc));
    }
}
