package org.symbolon.command.radiusserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

class RadiusServerCommandsTest extends DefinitionContractTest<RadiusServer> {

    private static final String DICTIONARY = "/etc/edumfa/dictionary";

    RadiusServerCommandsTest() {
        super(RadiusServer.class);
        fixture.registerAnnotatedCommandHandler(new RadiusServerCommands(
                new Definitions<>(RadiusServer.KIND, fixture.getRepository(), () -> 7), vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new RadiusServerCreated(
                        "one",
                        3,
                        new RadiusSettings(
                                "a", 1812, sealed("k1", "secret"), "/etc/edumfa/dictionary", "", 5, 3, false)),
                name -> new SaveRadiusServer(name, "b", null, Secret.of("__CENSORED__"), null, null, null, null, null),
                new RadiusServerReconfigured(
                        "one",
                        3,
                        new RadiusSettings(
                                "b", 1812, sealed("k1", "secret"), "/etc/edumfa/dictionary", "", 5, 3, false)),
                new RadiusServerCreated(
                        "one", 7, new RadiusSettings("b", 1812, null, "/etc/edumfa/dictionary", "", 5, 3, false)),
                new DeleteRadiusServer("one"),
                new RadiusServerDeleted("one", 3),
                List.of("k1"),
                "RADIUSServer",
                "identifier",
                242);
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
