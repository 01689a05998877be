package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerRedefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class EventHandlerCommandsTest {

    private static final HandlerDefinition ENROL = definition("Token", "enroll", "post");
    private static final HandlerDefinition INACTIVE =
            new HandlerDefinition("n", false, List.of("auth"), "Token", "enroll", "pre", 0, Map.of());

    private final AggregateTestFixture<EventHandler> fixture = new AggregateTestFixture<>(EventHandler.class);
    private final FakeVault vault = new FakeVault();

    EventHandlerCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new EventHandlerCommands(fixture.getRepository(), () -> 7, vault));
    }

    @Test
    void aHandlerIsDefinedUnderANewNumberWithItsSecretsSealed() {
        fixture.givenNoPriorActivity()
                .when(save(null, ENROL, Map.of("tokentype", "motp", "motppin", "1234", "stray", "x")))
                .expectEvents(new EventHandlerDefined(
                        7,
                        ENROL,
                        Map.of(
                                "tokentype",
                                ConfigEntry.plain("motp"),
                                "stray",
                                ConfigEntry.plain("x"),
                                "motppin",
                                pin("new-key-1", "1234"))))
                .expectResultMessagePayload(7);
    }

    @Test
    void anOptionIsSecretOnlyInTheActionThatSaysSo() {
        HandlerDefinition enable = definition("Token", "enable", "post");
        fixture.givenNoPriorActivity()
                .when(save(null, enable, Map.of("motppin", "1234")))
                .expectEvents(new EventHandlerDefined(7, enable, Map.of("motppin", ConfigEntry.plain("1234"))));
    }

    @Test
    void aHandlerThatIsWrittenAnewKeepsNothingElse() {
        fixture.given(new EventHandlerDefined(
                        3, INACTIVE, Map.of("tokentype", ConfigEntry.plain("motp"), "motppin", pin("k1", "1"))))
                .when(save(3, ENROL, Map.of("user", "1")))
                .expectEvents(new EventHandlerRedefined(3, ENROL, Map.of("user", ConfigEntry.plain("1"))))
                .expectResultMessagePayload(3)
                .expectState(found -> assertThat(found.options()).containsOnlyKeys("user"));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aSecretIsReplacedUnderItsOwnKey() {
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of("motppin", pin("k1", "1"))))
                .when(save(3, ENROL, Map.of("motppin", "2")))
                .expectEvents(new EventHandlerRedefined(3, ENROL, Map.of("motppin", pin("k1", "2"))));
        assertThat(vault.forgotten()).isEmpty();
    }

    @Test
    void aSecretThatComesBackCensoredStaysAsItIs() {
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of("motppin", pin("k1", "1"))))
                .when(save(3, ENROL, Map.of("motppin", "__CENSORED__")))
                .expectEvents(new EventHandlerRedefined(3, ENROL, Map.of("motppin", pin("k1", "1"))));
        assertThat(vault.forgotten()).isEmpty();
    }

    @Test
    void theWordForCensoredIsNoSecretWhereThereWasNone() {
        fixture.givenNoPriorActivity()
                .when(save(null, ENROL, Map.of("motppin", "__CENSORED__")))
                .expectEvents(new EventHandlerDefined(7, ENROL, Map.of()));
    }

    @Test
    void theWordForCensoredIsNoSecretInPlaceOfWhatWasNone() {
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of("motppin", ConfigEntry.plain("1"))))
                .when(save(3, ENROL, Map.of("motppin", "__CENSORED__")))
                .expectEvents(new EventHandlerRedefined(3, ENROL, Map.of()));
    }

    @Test
    void aHandlerIsSwitchedOffAndOnOnce() {
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of()))
                .when(new DisableEventHandler(3))
                .expectEvents(new EventHandlerDisabled(3));
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of()))
                .when(new EnableEventHandler(3))
                .expectNoEvents();
        fixture.given(new EventHandlerDefined(3, ENROL, Map.of()), new EventHandlerDisabled(3))
                .when(new EnableEventHandler(3))
                .expectEvents(new EventHandlerEnabled(3));
        fixture.given(new EventHandlerDefined(3, INACTIVE, Map.of()))
                .when(new DisableEventHandler(3))
                .expectNoEvents();
        fixture.given(
                        new EventHandlerDefined(3, INACTIVE, Map.of()),
                        new EventHandlerEnabled(3),
                        new EventHandlerRedefined(3, INACTIVE, Map.of()))
                .when(new DisableEventHandler(3))
                .expectNoEvents();
    }

    @Test
    void aHandlerIsDeletedAndItsSecretsAreErased() {
        fixture.given(new EventHandlerDefined(
                        3, ENROL, Map.of("motppin", pin("k1", "1"), "tokentype", ConfigEntry.plain("motp"))))
                .when(new DeleteEventHandler(3))
                .expectEvents(new EventHandlerDeleted(3));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        for (Object command : List.of(
                save(3, ENROL, Map.of()),
                new EnableEventHandler(3),
                new DisableEventHandler(3),
                new DeleteEventHandler(3))) {
            fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(refusal(601, NOT_FOUND));
            fixture.given(new EventHandlerDefined(3, ENROL, Map.of()), new EventHandlerDeleted(3))
                    .when(command)
                    .expectNoEvents()
                    .expectException(refusal(601, NOT_FOUND));
        }
    }

    private static final String NOT_FOUND = "The requested EventHandler could not be found.";

    @Test
    void whatWouldNeverRunIsRefused() {
        refuses(definition("Clairvoyance", "enroll", "post"), "Unknown handler module: 'Clairvoyance'");
        refuses(
                definition("Token", "increase_counter", "post"),
                "Unknown action of the handler module Token:" + " 'increase_counter'");
        refuses(definition("Token", "enroll", "during"), "The handler module Token has no position 'during'");
        refuses(
                definition("ResponseMangler", "set", "pre"),
                "The handler module ResponseMangler has no position 'pre'");
        refuses(bound(List.of(), Map.of()), "event: expected at least one event");
        refuses(bound(List.of("auth", "token_lift"), Map.of()), "Unknown event: 'token_lift'");
        refuses(bound(List.of("auth"), Map.of("weather", "rain")), "Unknown condition: 'weather'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".hidden", "../evil.sh", "sub/evil.sh", "..\\evil"})
    void aScriptIsNamedByItsFileAlone(String action) {
        refuses(definition("Script", action, "post"), "Unknown action of the handler module Script: '" + action + "'");
    }

    @Test
    void aScriptNeedNotBeThereYet() {
        HandlerDefinition script = definition("Script", "later.sh", "post");
        fixture.givenNoPriorActivity()
                .when(save(null, script, Map.of()))
                .expectEvents(new EventHandlerDefined(7, script, Map.of()));
    }

    @Test
    void whatIsLongerThanItsColumnIsRefused() {
        HandlerDefinition named =
                new HandlerDefinition("n".repeat(65), true, List.of("auth"), "Token", "enroll", "post", 0, Map.of());
        refusesAsTooLong(save(null, named, Map.of()), "name", 64);
        refusesAsTooLong(save(null, bound(Collections.nCopies(60, "auth"), Map.of()), Map.of()), "event", 255);
        HandlerDefinition script = definition("Script", "s".repeat(1025), "post");
        refusesAsTooLong(save(null, script, Map.of()), "action", 1024);
        String tooLong = "v".repeat(2001);
        refusesAsTooLong(save(null, bound(List.of("auth"), Map.of("realm", tooLong)), Map.of()), "realm", 2000);
        refusesAsTooLong(save(null, ENROL, Map.of("user", tooLong)), "option.user", 2000);
        String key = "k".repeat(256);
        refusesAsTooLong(save(null, ENROL, Map.of(key, "x")), "option." + key, 255);
    }

    @Test
    void optionsHaveKeysAndAreNotTooMany() {
        fixture.givenNoPriorActivity()
                .when(save(null, ENROL, Map.of("", "x")))
                .expectNoEvents()
                .expectException(refusal(905, "The key of an option must not be empty"));
        Map<String, String> many = new HashMap<>();
        for (int number = 0; number <= 500; number++) {
            many.put("option" + number, "x");
        }
        fixture.givenNoPriorActivity()
                .when(save(null, ENROL, many))
                .expectNoEvents()
                .expectException(refusal(905, "There must not be more than 500 options"));
    }

    private void refuses(HandlerDefinition definition, String message) {
        fixture.givenNoPriorActivity()
                .when(save(null, definition, Map.of()))
                .expectNoEvents()
                .expectException(refusal(905, message));
    }

    private void refusesAsTooLong(SaveEventHandler command, String parameter, int most) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(tooLong(parameter, most));
    }

    private static HandlerDefinition definition(String module, String action, String position) {
        return new HandlerDefinition(
                "n", true, List.of("token_init", "auth"), module, action, position, 1, Map.of("realm", "example"));
    }

    private static HandlerDefinition bound(List<String> events, Map<String, String> conditions) {
        return new HandlerDefinition("n", true, events, "Token", "enroll", "post", 1, conditions);
    }

    private static SaveEventHandler save(Integer number, HandlerDefinition definition, Map<String, String> texts) {
        Map<String, Secret> options = new HashMap<>();
        texts.forEach((key, text) -> options.put(key, Secret.of(text)));
        return new SaveEventHandler(number, definition, options);
    }

    private static ConfigEntry pin(String key, String text) {
        return new ConfigEntry(null, sealed(key, text), "password", "");
    }
}
