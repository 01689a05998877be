package org.symbolon.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;

class AuditCommandsTest {

    private static final RequestAnswered FACT = new RequestAnswered(
            "GET /token/",
            false,
            null,
            null,
            "alice",
            "realm1",
            "passwd",
            null,
            null,
            "no",
            null,
            Instant.EPOCH,
            Duration.ofMillis(3),
            "1");

    private final Stage stage = new Stage();

    @Test
    void aRequestThatChangedNothingIsAFactOfItsOwn() {
        stage.handler(new AuditCommands(stage.store()));

        stage.when(new RecordRequest(FACT));

        assertThat(stage.facts()).containsExactly(FACT);
    }

    @Test
    void aRotationIsAFactOfItsOwn() {
        stage.handler(new AuditCommands(stage.store()));

        stage.when(new RotateAudit(12));

        assertThat(stage.facts()).containsExactly(new AuditRotated(12));
    }

    @Test
    void aRotationOfNothingIsRefused() {
        stage.handler(new AuditCommands(stage.store()));

        assertThatThrownBy(() -> stage.when(new RotateAudit(0))).isInstanceOf(Refusal.class);
        assertThat(stage.facts()).isEmpty();
    }
}
