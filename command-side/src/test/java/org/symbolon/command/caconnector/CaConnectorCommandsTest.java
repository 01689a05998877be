package org.symbolon.command.caconnector;

import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class CaConnectorCommandsTest extends DefinitionContractTest<CaConnector> {

    CaConnectorCommandsTest() {
        super(CaConnector.class);
        fixture.registerAnnotatedCommandHandler(
                new CaConnectorCommands(new Definitions<>(CaConnector.KIND, fixture.getRepository(), () -> 7), vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new CaConnectorCreated(
                        "one",
                        3,
                        "local",
                        Map.of("password", new ConfigEntry(null, sealed("k1", "secret"), "password", ""))),
                name -> new SaveCaConnector(
                        name, "local", new GivenEntries(Map.of("new", Secret.of("text")), Map.of(), Map.of())),
                new CaConnectorReconfigured("one", 3, Map.of("new", ConfigEntry.plain("text"))),
                new CaConnectorCreated("one", 7, "local", Map.of("new", ConfigEntry.plain("text"))),
                new DeleteCaConnector("one"),
                new CaConnectorDeleted("one", 3),
                List.of("k1"),
                "CAConnector",
                "name",
                243);
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
