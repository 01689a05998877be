package org.symbolon.command.remoteserver;

import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;

class RemoteServerCommandsTest {

    private final AggregateTestFixture<RemoteServer> fixture = new AggregateTestFixture<>(RemoteServer.class);

    RemoteServerCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new RemoteServerCommands(fixture.getRepository(), () -> 7));
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
    void aServerIsDeletedAndItsIdentifierFree() {
        fixture.given(created())
                .when(new DeleteRemoteServer("my_other"))
                .expectEvents(new RemoteServerDeleted("my_other", 3))
                .expectResultMessagePayload(true);
        fixture.given(created(), new RemoteServerDeleted("my_other", 3))
                .when(new SaveRemoteServer("my_other", "https://b", null, null))
                .expectEvents(new RemoteServerCreated("my_other", 7, new RemoteSettings("https://b", true, "")));
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteRemoteServer("my other"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested eduMFAServer could not be found."));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("x".repeat(243), "https://a", null, null))
                .expectException(tooLong("identifier", 242));
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("r", "x".repeat(256), null, null))
                .expectException(tooLong("url", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveRemoteServer("r", "https://a", null, "x".repeat(2001)))
                .expectException(tooLong("description", 2000));
    }
}
