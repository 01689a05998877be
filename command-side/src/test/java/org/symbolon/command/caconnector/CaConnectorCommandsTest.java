package org.symbolon.command.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.shared.ConfigEntry;

class CaConnectorCommandsTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, sealed("k1", "secret"), "password", "");

    private final AggregateTestFixture<CaConnector> fixture = new AggregateTestFixture<>(CaConnector.class);
    private final FakeVault vault = new FakeVault();

    CaConnectorCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new CaConnectorCommands(fixture.getRepository(), () -> 7, vault));
    }

    private static SaveCaConnector save(String name, Map<String, String> values) {
        return save(name, "local", values, Map.of());
    }

    private static SaveCaConnector save(
            String name, String type, Map<String, String> values, Map<String, String> types) {
        Map<String, Secret> entries = new HashMap<>();
        values.forEach((key, value) -> entries.put(key, Secret.of(value)));
        return new SaveCaConnector(name, type, new GivenEntries(entries, types, Map.of()));
    }

    private static CaConnectorCreated created() {
        return new CaConnectorCreated("one", 3, "local", Map.of("file", ConfigEntry.plain("/a"), "opens", SECRET));
    }

    @Test
    void oneIsDefinedWithItsSecretsSealed() {
        fixture.givenNoPriorActivity()
                .when(save("one", "local", Map.of("file", "/a", "opens", "secret"), Map.of("opens", "password")))
                .expectEvents(new CaConnectorCreated(
                        "one",
                        7,
                        "local",
                        Map.of(
                                "file",
                                ConfigEntry.plain("/a"),
                                "opens",
                                new ConfigEntry(null, sealed("new-key-1", "secret"), "password", ""))))
                .expectResultMessagePayload(7);
    }

    @Test
    void onlyWhatIsGivenIsWritten() {
        fixture.given(created())
                .when(save("one", Map.of("file", "/b", "opens", "__CENSORED__")))
                .expectEvents(new CaConnectorReconfigured("one", 3, Map.of("file", ConfigEntry.plain("/b"))))
                .expectResultMessagePayload(3)
                .expectState(found -> assertThat(found.entries()).containsEntry("opens", SECRET));
    }

    @Test
    void anotherTypeIsRefused() {
        fixture.given(new CaConnectorCreated("one", 3, "former", Map.of()))
                .when(save("one", Map.of()))
                .expectNoEvents()
                .expectException(refusal(302, "The CA connector 'one' already exists with another type."));
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", "nosuch", Map.of(), Map.of()))
                .expectException(refusal(905, "Unknown CA connector type: 'nosuch'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä"})
    void aNameWithOtherCharactersIsRefused(String name) {
        fixture.givenNoPriorActivity()
                .when(save(name, Map.of()))
                .expectException(refusal(905, "Invalid CA connector name. Must comply to [A-Za-z0-9_\\-.]+."));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity().when(save("x".repeat(243 + 1), Map.of())).expectException(tooLong("name", 243));
        fixture.givenNoPriorActivity()
                .when(save("one", Map.of("file", "x".repeat(2001))))
                .expectException(tooLong("file", 2000));
    }

    @Test
    void aHintWithoutItsEntryIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", "local", Map.of(), Map.of("opens", "password")))
                .expectException(refusal(905, "Parameter 'type.opens' without parameter 'opens'"));
    }

    @Test
    void whatIsDeletedTakesItsSecretsAlong() {
        fixture.given(created())
                .when(new DeleteCaConnector("one"))
                .expectEvents(new CaConnectorDeleted("one", 3))
                .expectResultMessagePayload(3);
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aNameIsGivenAgainWithNothingOfTheFormer() {
        fixture.given(created(), new CaConnectorDeleted("one", 3))
                .when(save("one", Map.of("file", "/c")))
                .expectEvents(new CaConnectorCreated("one", 7, "local", Map.of("file", ConfigEntry.plain("/c"))));
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteCaConnector("ONE"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested CAConnector could not be found."));
    }

    @Test
    void namesInAnotherCaseAreOthers() {
        fixture.givenNoPriorActivity()
                .when(save("ONE", "microsoft", Map.of("ssl_client_key_password", "s"), Map.of()))
                .expectEvents(new CaConnectorCreated(
                        "ONE",
                        7,
                        "microsoft",
                        Map.of(
                                "ssl_client_key_password",
                                new ConfigEntry(null, sealed("new-key-1", "s"), "password", ""))));
    }
}
