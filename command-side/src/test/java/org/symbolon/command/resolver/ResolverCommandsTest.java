package org.symbolon.command.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.resolver.port.Resolvers;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class ResolverCommandsTest extends DefinitionContractTest<Resolver> {

    private static final String TYPE = "directory";

    private final KnownResolvers known = new KnownResolvers();

    ResolverCommandsTest() {
        super(Resolver.class);
        UserStoreTypes types = new UserStoreTypes(List.of(new Directory(TYPE), new Directory("other")));
        fixture.registerAnnotatedCommandHandler(new ResolverCommands(
                new Definitions<>(Resolver.KIND, fixture.getRepository(), () -> 7), known, types, vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new ResolverCreated(
                        "one",
                        3,
                        "directory",
                        Map.of("password", new ConfigEntry(null, sealed("k1", "secret"), "password", ""))),
                name -> new SaveResolver(name, "directory", Map.of("new", Secret.of("text")), Map.of(), Map.of()),
                new ResolverReconfigured("one", 3, Map.of("new", ConfigEntry.plain("text"))),
                new ResolverCreated("one", 7, "directory", Map.of("new", ConfigEntry.plain("text"))),
                new DeleteResolver("one"),
                new ResolverDeleted("one", 3),
                List.of("k1"),
                null,
                "resolver",
                120);
    }

    @Test
    void aResolverIsCreatedWithItsSecretsSealed() {
        fixture.givenNoPriorActivity()
                .when(save("r1", Map.of("url", "ldap://x", "BINDPW", "secret")))
                .expectEvents(new ResolverCreated(
                        "r1",
                        7,
                        TYPE,
                        Map.of("url", ConfigEntry.plain("ldap://x"), "BINDPW", password("new-key-1", "secret"))))
                .expectResultMessagePayload(7);
    }

    @Test
    void typesAndDescriptionsOfEntriesAreKept() {
        fixture.givenNoPriorActivity()
                .when(new SaveResolver(
                        "r1",
                        TYPE,
                        Map.of("extra", Secret.of("secret"), "port", Secret.of("389")),
                        Map.of("extra", "password", "port", "int"),
                        Map.of("port", "the port")))
                .expectEvents(new ResolverCreated(
                        "r1",
                        7,
                        TYPE,
                        Map.of(
                                "extra",
                                password("new-key-1", "secret"),
                                "port",
                                new ConfigEntry("389", null, "int", "the port"))));
    }

    @Test
    void onlyWhatIsGivenIsReconfigured() {
        known.names.put("r1", "r1");
        fixture.given(created(Map.of("url", ConfigEntry.plain("ldap://x"), "base", ConfigEntry.plain("dc=x"))))
                .when(save("r1", Map.of("url", "ldap://y")))
                .expectEvents(new ResolverReconfigured("r1", 3, Map.of("url", ConfigEntry.plain("ldap://y"))))
                .expectResultMessagePayload(3)
                .expectState(found -> assertThat(found.settings().entries()).containsKeys("url", "base"));
    }

    @Test
    void aSecretIsReplacedUnderItsOwnKey() {
        fixture.given(created(Map.of("BINDPW", password("k1", "secret"))))
                .when(save("r1", Map.of("BINDPW", "changed")))
                .expectEvents(new ResolverReconfigured("r1", 3, Map.of("BINDPW", password("k1", "changed"))));
    }

    @Test
    void whatWasOnceMarkedAsAPasswordIsSealedEverAfter() {
        fixture.given(created(Map.of("extra", password("k1", "secret"))))
                .when(save("r1", Map.of("extra", "changed")))
                .expectEvents(new ResolverReconfigured("r1", 3, Map.of("extra", password("k1", "changed"))));
    }

    @Test
    void theWordForCensoredIsAnOrdinaryValueOfAnEntryThatIsNoSecret() {
        fixture.givenNoPriorActivity()
                .when(save("r1", Map.of("url", "__CENSORED__")))
                .expectEvents(new ResolverCreated("r1", 7, TYPE, Map.of("url", ConfigEntry.plain("__CENSORED__"))));
    }

    @Test
    void aResolverIsFoundWhateverTheCaseOfItsName() {
        known.names.put("R1", "r1");
        fixture.given(created(Map.of()))
                .when(save("R1", Map.of("url", "ldap://y")))
                .expectEvents(new ResolverReconfigured("r1", 3, Map.of("url", ConfigEntry.plain("ldap://y"))));
    }

    @Test
    void aResolverKeepsItsType() {
        fixture.given(created(Map.of()))
                .when(new SaveResolver("r1", "other", Map.of(), Map.of(), Map.of()))
                .expectNoEvents()
                .expectException(refusal(302, "The resolver 'r1' already exists with another type."));
    }

    @Test
    void theNameOfADeletedResolverCanBeGivenToOneOfAnotherType() {
        fixture.given(created(Map.of("url", ConfigEntry.plain("x"))), new ResolverDeleted("r1", 3))
                .when(new SaveResolver("r1", "other", Map.of(), Map.of(), Map.of()))
                .expectEvents(new ResolverCreated("r1", 7, "other", Map.of()))
                .expectResultMessagePayload(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a/b", "a\n"})
    void aNameOfOtherCharactersIsRefused(String name) {
        fixture.givenNoPriorActivity()
                .when(save(name, Map.of()))
                .expectNoEvents()
                .expectException(refusal(905, "Invalid resolver name. Must comply to [A-Za-z0-9_\\-.]+."));
    }

    @Test
    void whatIsLongerThanItsColumnIsRefused() {
        refuses(save("n".repeat(121), Map.of()), "resolver", 120);
        refuses(save("r1", Map.of("k".repeat(256), "v")), "k".repeat(256), 255);
        refuses(save("r1", Map.of("url", "v".repeat(2001))), "url", 2000);
        String longText = "v".repeat(2001);
        Map<String, Secret> url = Map.of("url", Secret.of("x"));
        refuses(new SaveResolver("r1", TYPE, url, Map.of("url", longText), Map.of()), "type.url", 2000);
        refuses(new SaveResolver("r1", TYPE, url, Map.of(), Map.of("url", longText)), "desc.url", 2000);
    }

    private void refuses(SaveResolver command, String parameter, int most) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(tooLong(parameter, most));
    }

    @Test
    void anUnknownTypeIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveResolver("r1", "crystalball", Map.of(), Map.of(), Map.of()))
                .expectException(refusal(905, "Unknown resolver type: 'crystalball'"));
    }

    @Test
    void aTypeOrADescriptionNeedsItsEntry() {
        fixture.givenNoPriorActivity()
                .when(new SaveResolver("r1", TYPE, Map.of(), Map.of("url", "password"), Map.of()))
                .expectNoEvents()
                .expectException(refusal(905, "Parameter 'type.url' without parameter 'url'"));
        fixture.givenNoPriorActivity()
                .when(new SaveResolver("r1", TYPE, Map.of(), Map.of(), Map.of("url", "where")))
                .expectNoEvents()
                .expectException(refusal(905, "Parameter 'desc.url' without parameter 'url'"));
    }

    @Test
    void aResolverIsDeletedAndItsSecretsAreErased() {
        fixture.given(created(Map.of("url", ConfigEntry.plain("x"), "BINDPW", password("k1", "secret"))))
                .when(new DeleteResolver("r1"))
                .expectEvents(new ResolverDeleted("r1", 3))
                .expectResultMessagePayload(Optional.of(3));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aResolverThatARealmNeedsIsNotDeleted() {
        known.realm = "realm1";
        fixture.given(created(Map.of()))
                .when(new DeleteResolver("r1"))
                .expectNoEvents()
                .expectException(refusal(302, "The resolver 'r1' is still contained in realm 'realm1'."));
    }

    @Test
    void whatIsNotThereCannotBeDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteResolver("r1"))
                .expectNoEvents()
                .expectResultMessagePayload(Optional.empty());
        fixture.given(created(Map.of()), new ResolverDeleted("r1", 3))
                .when(new DeleteResolver("r1"))
                .expectNoEvents()
                .expectResultMessagePayload(Optional.empty());
    }

    private static ResolverCreated created(Map<String, ConfigEntry> entries) {
        return new ResolverCreated("r1", 3, TYPE, entries);
    }

    private static SaveResolver save(String name, Map<String, String> texts) {
        Map<String, Secret> entries = new HashMap<>();
        texts.forEach((key, text) -> entries.put(key, Secret.of(text)));
        return new SaveResolver(name, TYPE, entries, Map.of(), Map.of());
    }

    private static ConfigEntry password(String key, String text) {
        return new ConfigEntry(null, sealed(key, text), "password", "");
    }

    private static final class KnownResolvers implements Resolvers {

        private final Map<String, String> names = new HashMap<>();
        private String realm;

        @Override
        public Optional<String> storedName(String name) {
            return Optional.ofNullable(names.get(name));
        }

        @Override
        public List<String> realmsOf(String name) {
            return realm == null ? List.of() : List.of(realm);
        }
    }

    private record Directory(String name) implements UserStoreType {

        @Override
        public Set<String> secretKeys() {
            return Set.of("BINDPW");
        }

        @Override
        public UserStore open(Map<String, String> configuration) {
            throw new AssertionError("No command opens a user store");
        }

        @Override
        public TestResult test(Map<String, String> configuration) {
            throw new AssertionError("No command tries a user store");
        }
    }
}
