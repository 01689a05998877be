package org.symbolon.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.audit.AuditEvent;
import org.symbolon.events.auth.AuthEvent;
import org.symbolon.events.challenge.ChallengeEvent;
import org.symbolon.events.effect.EffectEvent;
import org.symbolon.events.periodictask.TaskNameEvent;
import org.symbolon.events.token.UniqueValueEvent;
import org.symbolon.events.user.PasswordResetEvent;

class HistoryKindsTest {

    /** Families without a kind of their own, and why that is right. */
    private static final Map<Class<?>, String> LEFT_OUT = Map.of(
            AuditEvent.class, "the audit tells of itself",
            AuthEvent.class, "log-ins are nobody's to change, but for their end",
            EffectEvent.class, "an effect lives for hours, and the read model says how it fares",
            ChallengeEvent.class, "a challenge lives for minutes, between a user and the server",
            TaskNameEvent.class, "a periodic task tells of its names",
            UniqueValueEvent.class, "a token tells of what it has",
            PasswordResetEvent.class, "users get and use recovery codes, and of a code only its hash is known");

    private final HistoryKinds kinds =
            new HistoryKinds(new CounterTrails(null).kind(), new UserTrails(null, null).kind());

    @Test
    void everyFamilyOfEventsHasAKindOrAReasonToHaveNone() {
        List<Class<?>> told = new ArrayList<>(LEFT_OUT.keySet());
        kinds.all().forEach(kind -> told.add(kind.events()));

        assertThat(told)
                .as("Add a line to HistoryKinds for a new family of events, or a reason here")
                .containsExactlyInAnyOrderElementsOf(EventFamilies.families());
    }

    @Test
    void aKindIsFoundByItsName() {
        assertThat(kinds.find("user")).map(HistoryKind::name).contains("user");
        assertThat(kinds.find("weather")).isEmpty();
    }
}
