package org.symbolon.command.machineresolver;

import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.machine.MachineStoreTypes;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class MachineResolverCommandsTest extends DefinitionContractTest<MachineResolver> {

    private static final ConfigEntry SECRET = new ConfigEntry(null, sealed("k1", "secret"), "password", "");

    private final Map<String, String> stored = new HashMap<>();

    MachineResolverCommandsTest() {
        super(MachineResolver.class);
        fixture.registerAnnotatedCommandHandler(new MachineResolverCommands(
                new Definitions<>(MachineResolver.KIND, fixture.getRepository(), () -> 7),
                name -> stored.getOrDefault(name, name),
                new MachineStoreTypes(List.of(new Files())),
                vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new MachineResolverCreated(
                        "one",
                        3,
                        "hosts",
                        Map.of("password", new ConfigEntry(null, sealed("k1", "secret"), "password", ""))),
                name -> new SaveMachineResolver(
                        name, "hosts", new GivenEntries(Map.of("new", Secret.of("text")), Map.of(), Map.of())),
                new MachineResolverReconfigured("one", 3, Map.of("new", ConfigEntry.plain("text"))),
                new MachineResolverCreated("one", 7, "hosts", Map.of("new", ConfigEntry.plain("text"))),
                new DeleteMachineResolver("one"),
                new MachineResolverDeleted("one", 3),
                List.of("k1"),
                "MachineResolver",
                "resolver",
                239);
    }

    private static SaveMachineResolver save(String name, Map<String, String> values) {
        return save(name, "hosts", values, Map.of());
    }

    private static SaveMachineResolver save(
            String name, String type, Map<String, String> values, Map<String, String> types) {
        Map<String, Secret> entries = new HashMap<>();
        values.forEach((key, value) -> entries.put(key, Secret.of(value)));
        return new SaveMachineResolver(name, type, new GivenEntries(entries, types, Map.of()));
    }

    private static MachineResolverCreated created() {
        return new MachineResolverCreated("one", 3, "hosts", Map.of("file", ConfigEntry.plain("/a"), "opens", SECRET));
    }

    @Test
    void oneIsDefinedWithItsSecretsSealed() {
        fixture.givenNoPriorActivity()
                .when(save("one", "hosts", Map.of("file", "/a", "opens", "secret"), Map.of("opens", "password")))
                .expectEvents(new MachineResolverCreated(
                        "one",
                        7,
                        "hosts",
                        Map.of(
                                "file",
                                ConfigEntry.plain("/a"),
                                "opens",
                                new ConfigEntry(null, sealed("new-key-1", "secret"), "password", ""))))
                .expectResultMessagePayload(7);
    }

    @Test
    void anotherTypeIsRefused() {
        fixture.given(new MachineResolverCreated("one", 3, "former", Map.of()))
                .when(save("one", Map.of()))
                .expectNoEvents()
                .expectException(refusal(302, "The machine resolver 'one' already exists with another type."));
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", "nosuch", Map.of(), Map.of()))
                .expectException(refusal(905, "Unknown machine resolver type: 'nosuch'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä"})
    void aNameWithOtherCharactersIsRefused(String name) {
        fixture.givenNoPriorActivity()
                .when(save(name, Map.of()))
                .expectException(refusal(905, "Invalid machine resolver name. Must comply to [A-Za-z0-9_\\-.]+."));
    }

    @Test
    void theSameNameInAnotherCaseIsTheSameResolver() {
        stored.put("ONE", "one");
        fixture.given(created())
                .when(save("ONE", Map.of("file", "/b")))
                .expectEvents(new MachineResolverReconfigured("one", 3, Map.of("file", ConfigEntry.plain("/b"))));
    }

    @Test
    void whatItsTypeObjectsToIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", Map.of("file", "elsewhere")))
                .expectNoEvents()
                .expectException(refusal(905, "It lies elsewhere"));
    }

    /** A type that objects to some files. */
    private static final class Files implements MachineStoreType {

        @Override
        public String name() {
            return "hosts";
        }

        @Override
        public Optional<String> objection(Map<String, String> given) {
            return Optional.of("It lies elsewhere").filter(objection -> "elsewhere".equals(given.get("file")));
        }

        @Override
        public MachineStore open(Map<String, String> configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
