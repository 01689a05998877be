package org.symbolon.command.remoteserver;

import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;

class RemoteServerCommandsTest extends DefinitionContractTest<RemoteServer> {

    RemoteServerCommandsTest() {
        super(RemoteServer.class);
        fixture.registerAnnotatedCommandHandler(
                new RemoteServerCommands(new Definitions<>(RemoteServer.KIND, fixture.getRepository(), () -> 7)));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new RemoteServerCreated("one", 3, new RemoteSettings("a", false, "text")),
                name -> new SaveRemoteServer(name, "b", null, null),
                new RemoteServerReconfigured("one", 3, new RemoteSettings("b", false, "text")),
                new RemoteServerCreated("one", 7, new RemoteSettings("b", true, "")),
                new DeleteRemoteServer("one"),
                new RemoteServerDeleted("one", 3),
                List.of(),
                "eduMFAServer",
                "identifier",
                242);
    }

    private static RemoteServerCreated created() {
        return new RemoteServerCreated("my_other", 3, new RemoteSettings("https://a", false, "text"));
    }

    @Test
    void aServerIsDefinedAndItsCertificateVerifiedUnlessSaidOtherwise() {
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("my other", "https://a", null, null))
                .expectEvents(new RemoteServerCreated("my_other", 7, new RemoteSettings("https://a", true, "")))
                .expectResultMessagePayload(true);
    }

    @Test
    void whatIsNotGivenStays() {
        fixture.given(created())
                .when(new SaveRemoteServer("my other", "https://b", null, null))
                .expectEvents(
                        new RemoteServerReconfigured("my_other", 3, new RemoteSettings("https://b", false, "text")));
    }

    @Test
    void whatIsGivenChanges() {
        fixture.given(created())
                .when(new SaveRemoteServer("my_other", "https://b", true, "new"))
                .expectEvents(
                        new RemoteServerReconfigured("my_other", 3, new RemoteSettings("https://b", true, "new")));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("r", "x".repeat(256), null, null))
                .expectException(tooLong("url", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("r", "https://a", null, "x".repeat(2001)))
                .expectException(tooLong("description", 2000));
    }
}
