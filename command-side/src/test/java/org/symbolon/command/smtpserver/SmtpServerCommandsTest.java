package org.symbolon.command.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;

class SmtpServerCommandsTest {

    private static final SmtpSettings FULL =
            new SmtpSettings("mail", 587, "user", sealed("k1", "pass"), "from@x", true, "text", 20, true);

    private final AggregateTestFixture<SmtpServer> fixture = new AggregateTestFixture<>(SmtpServer.class);
    private final FakeVault vault = new FakeVault();

    SmtpServerCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new SmtpServerCommands(fixture.getRepository(), () -> 7, vault));
    }

    private static SaveSmtpServer saved(String identifier, String server, String password) {
        Secret secret = password == null ? null : Secret.of(password);
        return new SaveSmtpServer(identifier, server, null, null, secret, null, null, null, null, null);
    }

    @Test
    void aServerIsDefinedWithItsPasswordSealed() {
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer(
                        "My mail", "mail", 587, "user", Secret.of("pass"), "from@x", true, "text", 20, true))
                .expectEvents(new SmtpServerCreated(
                        "My mail",
                        7,
                        new SmtpSettings(
                                "mail", 587, "user", sealed("new-key-1", "pass"), "from@x", true, "text", 20, true)))
                .expectResultMessagePayload(true);
    }

    @Test
    void whatIsNotGivenHasADefault() {
        fixture.givenNoPriorActivity()
                .when(saved("m", "mail", null))
                .expectEvents(new SmtpServerCreated(
                        "m", 7, new SmtpSettings("mail", 25, "", null, "", false, "", 10, false)));
    }

    @Test
    void whatIsNotGivenStaysButForThePassword() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(saved("m", "other", null))
                .expectEvents(new SmtpServerReconfigured(
                        "m", 3, new SmtpSettings("other", 587, "user", null, "from@x", true, "text", 20, true)));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aPasswordThatComesBackCensoredStaysAsItIs() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(saved("m", "mail", "__CENSORED__"))
                .expectEvents(new SmtpServerReconfigured("m", 3, FULL));
        assertThat(vault.forgotten()).isEmpty();
    }

    @Test
    void aPasswordIsReplacedUnderItsOwnKey() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(saved("m", "mail", "changed"))
                .expectEvents(new SmtpServerReconfigured(
                        "m",
                        3,
                        new SmtpSettings(
                                "mail", 587, "user", sealed("k1", "changed"), "from@x", true, "text", 20, true)));
    }

    @Test
    void anIdentifierIsGivenAgainWithNothingOfTheFormerServer() {
        fixture.given(new SmtpServerCreated("m", 3, FULL), new SmtpServerDeleted("m", 3))
                .when(saved("m", "mail", "__CENSORED__"))
                .expectEvents(new SmtpServerCreated(
                        "m", 7, new SmtpSettings("mail", 25, "", null, "", false, "", 10, false)));
    }

    @Test
    void aDeletedServerTakesItsPasswordAlong() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(new DeleteSmtpServer("m"))
                .expectEvents(new SmtpServerDeleted("m", 3))
                .expectResultMessagePayload(true);
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteSmtpServer("M"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested SMTPServer could not be found."));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void aPortThatIsNoneIsRefused(int port) {
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer("m", "mail", port, null, null, null, null, null, null, null))
                .expectException(refusal(905, "Parameter 'port' must be a number from 1 to 65535"));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String tooLong = "x".repeat(256);
        fixture.givenNoPriorActivity()
                .when(saved("x".repeat(245), "mail", null))
                .expectException(tooLong("identifier", 244));
        fixture.givenNoPriorActivity().when(saved("m", tooLong, null)).expectException(tooLong("server", 255));
        fixture.givenNoPriorActivity().when(saved("m", "mail", tooLong)).expectException(tooLong("password", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer("m", "mail", null, tooLong, null, null, null, null, null, null))
                .expectException(tooLong("username", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer("m", "mail", null, null, null, tooLong, null, null, null, null))
                .expectException(tooLong("sender", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer("m", "mail", null, null, null, null, null, "x".repeat(2001), null, null))
                .expectException(tooLong("description", 2000));
        fixture.givenNoPriorActivity()
                .when(new SaveSmtpServer("m", "mail", null, null, null, null, null, null, -1, null))
                .expectException(refusal(905, "Parameter 'timeout' must be a number from 0 to 86400"));
    }
}
