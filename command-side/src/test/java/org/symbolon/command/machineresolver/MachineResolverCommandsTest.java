package org.symbolon.command.machineresolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;

class MachineResolverCommandsTest {

    private static final ConfigEntry SECRET = new ConfigEntry(null, sealed("k1", "secret"), "password", "");

    private final AggregateTestFixture<MachineResolver> fixture = new AggregateTestFixture<>(MachineResolver.class);
    private final FakeVault vault = new FakeVault();
    private final Map<String, String> stored = new HashMap<>();

    MachineResolverCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new MachineResolverCommands(
                fixture.getRepository(), name -> Optional.ofNullable(stored.get(name)), () -> 7, vault));
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
    void onlyWhatIsGivenIsWritten() {
        fixture.given(created())
                .when(save("one", Map.of("file", "/b", "opens", "__CENSORED__")))
                .expectEvents(new MachineResolverReconfigured("one", 3, Map.of("file", ConfigEntry.plain("/b"))))
                .expectResultMessagePayload(3)
                .expectState(found -> assertThat(found.entries()).containsEntry("opens", SECRET));
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
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("x".repeat(239 + 1), Map.of()))
                .expectException(tooLong("resolver", 239));
        fixture.givenNoPriorActivity()
                .when(save("one", Map.of("file", "x".repeat(2001))))
                .expectException(tooLong("file", 2000));
    }

    @Test
    void aHintWithoutItsEntryIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", "hosts", Map.of(), Map.of("opens", "password")))
                .expectException(refusal(905, "Parameter 'type.opens' without parameter 'opens'"));
    }

    @Test
    void whatIsDeletedTakesItsSecretsAlong() {
        fixture.given(created())
                .when(new DeleteMachineResolver("one"))
                .expectEvents(new MachineResolverDeleted("one", 3))
                .expectResultMessagePayload(3);
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aNameIsGivenAgainWithNothingOfTheFormer() {
        fixture.given(created(), new MachineResolverDeleted("one", 3))
                .when(save("one", Map.of("file", "/c")))
                .expectEvents(new MachineResolverCreated("one", 7, "hosts", Map.of("file", ConfigEntry.plain("/c"))));
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        stored.put("ONE", "one");
        fixture.givenNoPriorActivity()
                .when(new DeleteMachineResolver("ONE"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested MachineResolver could not be found."));
    }

    @Test
    void theSameNameInAnotherCaseIsTheSameResolver() {
        stored.put("ONE", "one");
        fixture.given(created())
                .when(save("ONE", Map.of("file", "/b")))
                .expectEvents(new MachineResolverReconfigured("one", 3, Map.of("file", ConfigEntry.plain("/b"))));
    }

    @Test
    void aTypeWithoutConnectorIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("one", "ldap", Map.of(), Map.of()))
                .expectException(
                        refusal(905, "Machine resolver type 'ldap' needs a connector that this version lacks"));
    }
}
