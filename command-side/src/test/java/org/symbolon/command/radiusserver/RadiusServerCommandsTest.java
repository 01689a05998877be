package org.symbolon.command.radiusserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.events.shared.Sealed;

class RadiusServerCommandsTest {

    private static final String DICTIONARY = "/etc/edumfa/dictionary";

    private final AggregateTestFixture<RadiusServer> fixture = new AggregateTestFixture<>(RadiusServer.class);
    private final FakeVault vault = new FakeVault();

    RadiusServerCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new RadiusServerCommands(fixture.getRepository(), () -> 7, vault));
    }

    private static SaveRadiusServer saved(String identifier, String server, String secret) {
        return new SaveRadiusServer(identifier, server, null, Secret.of(secret), null, null, null, null, null);
    }

    private static RadiusSettings full(String server, Sealed secret) {
        return new RadiusSettings(server, 1645, secret, "/dict", "text", 9, 1, true);
    }

    private static RadiusServerCreated created() {
        return new RadiusServerCreated("my_radius", 3, full("r1", sealed("k1", "shared")));
    }

    @Test
    void aServerIsDefinedWithDefaultsAndWithoutBlanksInItsIdentifier() {
        fixture.givenNoPriorActivity()
                .when(saved("my radius", "r1", "shared"))
                .expectEvents(new RadiusServerCreated(
                        "my_radius",
                        7,
                        new RadiusSettings("r1", 1812, sealed("new-key-1", "shared"), DICTIONARY, "", 5, 3, false)))
                .expectResultMessagePayload(true);
    }

    @Test
    void everythingCanBeGiven() {
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", 1645, Secret.of("s"), "/dict", "text", 9, 1, true))
                .expectEvents(new RadiusServerCreated("r", 7, full("r1", sealed("new-key-1", "s"))));
    }

    @Test
    void whatIsNotGivenStays() {
        fixture.given(created())
                .when(saved("my radius", "r2", "other"))
                .expectEvents(new RadiusServerReconfigured("my_radius", 3, full("r2", sealed("k1", "other"))));
    }

    @Test
    void aSecretThatComesBackCensoredStaysAsItIs() {
        fixture.given(created())
                .when(saved("my_radius", "r2", "__CENSORED__"))
                .expectEvents(new RadiusServerReconfigured("my_radius", 3, full("r2", sealed("k1", "shared"))));
    }

    @Test
    void whoNamesNoSecretIsRefused() {
        SaveRadiusServer command = new SaveRadiusServer("r", "r1", null, null, null, null, null, null, null);
        fixture.givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: 'secret'"));
        fixture.given(created())
                .when(command)
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: 'secret'"));
        assertThat(vault.forgotten()).isEmpty();
    }

    @Test
    void anEmptySecretIsNone() {
        fixture.given(created())
                .when(saved("my_radius", "r2", ""))
                .expectEvents(new RadiusServerReconfigured("my_radius", 3, full("r2", null)));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aDeletedServerTakesItsSecretAlong() {
        fixture.given(created())
                .when(new DeleteRadiusServer("my_radius"))
                .expectEvents(new RadiusServerDeleted("my_radius", 3))
                .expectResultMessagePayload(true);
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void blanksAreReplacedWhereAServerIsDefinedAndNowhereElse() {
        fixture.givenNoPriorActivity()
                .when(new DeleteRadiusServer("my radius"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested RADIUSServer could not be found."));
    }

    @Test
    void aLongSecretIsRefusedByItsBytes() {
        fixture.givenNoPriorActivity()
                .when(saved("r", "r1", "ä".repeat(48)))
                .expectException(refusal(2234, "The RADIUS secret is too long"));
        fixture.givenNoPriorActivity()
                .when(saved("r", "r1", "a".repeat(95)))
                .expectState(found -> assertThat(found.present()).isTrue());
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String tooLong = "x".repeat(256);
        fixture.givenNoPriorActivity()
                .when(saved("x".repeat(243), "r1", "s"))
                .expectException(tooLong("identifier", 242));
        fixture.givenNoPriorActivity().when(saved("r", tooLong, "s")).expectException(tooLong("server", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", null, Secret.EMPTY, tooLong, null, null, null, null))
                .expectException(tooLong("dictionary", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", null, Secret.EMPTY, null, "x".repeat(2001), null, null, null))
                .expectException(tooLong("description", 2000));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", 0, Secret.EMPTY, null, null, null, null, null))
                .expectException(refusal(905, "Parameter 'port' must be a number from 1 to 65535"));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", null, Secret.EMPTY, null, null, -1, null, null))
                .expectException(refusal(905, "Parameter 'timeout' must be a number from 0 to 86400"));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusServer("r", "r1", null, Secret.EMPTY, null, null, null, 86401, null))
                .expectException(refusal(905, "Parameter 'retries' must be a number from 0 to 86400"));
    }
}
