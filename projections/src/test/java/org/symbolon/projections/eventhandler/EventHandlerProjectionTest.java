package org.symbolon.projections.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerRedefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class EventHandlerProjectionTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, new Sealed("key-7", "Ym94"), "password", "");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    private List<EventHandlerView> after(Object... events) {
        stream.append(events).projectInline(new EventHandlerProjection(database.jdbc()));
        return new EventHandlerRows(database.jdbc()).all();
    }

    private static HandlerDefinition definition(String name, int ordering, Map<String, String> conditions) {
        return new HandlerDefinition(
                name, true, List.of("token_init", "auth"), "Token", "enroll", "pre", ordering, conditions);
    }

    @Test
    void aHandlerIsReadAsItWasDefined() {
        HandlerDefinition definition = definition("one", 3, Map.of("realm", "a", "tokentype", "hotp"));
        Map<String, ConfigEntry> options = Map.of("tokentype", ConfigEntry.plain("motp"), "motppin", SECRET);

        assertThat(after(new EventHandlerDefined(4, definition, options)))
                .containsExactly(new EventHandlerView(4, definition, options));
        assertThat(database.rows("eventhandler"))
                .containsExactly("{action=enroll, active=true, condition=, event=token_init,auth, handlermodule=Token,"
                        + " id=4, name=one, ordering=3, position=pre}");
        assertThat(database.rows("eventhandlercondition"))
                .containsExactly(
                        "{Key=realm, Value=a, comparator=equal, eventhandler_id=4, id=1024}",
                        "{Key=tokentype, Value=hotp, comparator=equal, eventhandler_id=4, id=1025}");
        assertThat(database.rows("eventhandleroption"))
                .containsExactly(
                        "{Description=, Key=motppin, Type=password, Value=Ym94, data_key=key-7, eventhandler_id=4,"
                                + " id=1024}",
                        "{Description=, Key=tokentype, Type=, Value=motp, data_key=null, eventhandler_id=4, id=1025}");
    }

    @Test
    void whatIsNotDefinedAnewIsGone() {
        HandlerDefinition definition = definition("new", 0, Map.of("resolver", "b"));
        Map<String, ConfigEntry> options = Map.of("user", ConfigEntry.plain("1"));

        assertThat(after(
                        new EventHandlerDefined(
                                4, definition("old", 3, Map.of("realm", "a")), Map.of("motppin", SECRET)),
                        new EventHandlerRedefined(4, definition, options)))
                .containsExactly(new EventHandlerView(4, definition, options));
    }

    @Test
    void handlersTakeTheirTurnByOrderingThenNumber() {
        assertThat(after(
                        new EventHandlerDefined(1, definition("a", 2, Map.of()), Map.of()),
                        new EventHandlerDefined(3, definition("b", -1, Map.of()), Map.of()),
                        new EventHandlerDefined(2, definition("c", -1, Map.of()), Map.of())))
                .extracting(EventHandlerView::id)
                .containsExactly(2, 3, 1);
    }

    @Test
    void aHandlerIsSwitchedOffAndOn() {
        EventHandlerDefined defined = new EventHandlerDefined(1, definition("a", 2, Map.of()), Map.of());

        assertThat(after(defined, new EventHandlerDisabled(1))
                        .get(0)
                        .definition()
                        .active())
                .isFalse();
        assertThat(after(new EventHandlerEnabled(1)).get(0).definition().active())
                .isTrue();
    }

    @Test
    void aDeletedHandlerLeavesNothingBehind() {
        after(
                new EventHandlerDefined(1, definition("a", 2, Map.of("realm", "a")), Map.of("motppin", SECRET)),
                new EventHandlerDeleted(1));

        assertThat(database.rows("eventhandler")).isEmpty();
        assertThat(database.rows("eventhandleroption")).isEmpty();
        assertThat(database.rows("eventhandlercondition")).isEmpty();
    }
}
