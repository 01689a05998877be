package org.symbolon.command.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;

class SmtpServerCommandsTest extends DefinitionContractTest<SmtpServer> {

    private static final SmtpSettings FULL =
            new SmtpSettings("mail", 587, "user", sealed("k1", "pass"), "from@x", true, "text", 20, true);

    SmtpServerCommandsTest() {
        super(SmtpServer.class);
        fixture.registerAnnotatedCommandHandler(
                new SmtpServerCommands(new Definitions<>(SmtpServer.KIND, fixture.getRepository(), () -> 7), vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new SmtpServerCreated(
                        "one", 3, new SmtpSettings("a", 25, "", sealed("k1", "secret"), "", false, "", 10, false)),
                name -> new SaveSmtpServer(
                        name, "b", null, null, Secret.of("__CENSORED__"), null, null, null, null, null),
                new SmtpServerReconfigured(
                        "one", 3, new SmtpSettings("b", 25, "", sealed("k1", "secret"), "", false, "", 10, false)),
                new SmtpServerCreated("one", 7, new SmtpSettings("b", 25, "", null, "", false, "", 10, false)),
                new DeleteSmtpServer("one"),
                new SmtpServerDeleted("one", 3),
                List.of("k1"),
                "SMTPServer",
                "identifier",
                244);
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
    void whatIsNotGivenStaysButForThePassword() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(saved("m", "other", null))
                .expectEvents(new SmtpServerReconfigured(
                        "m", 3, new SmtpSettings("other", 587, "user", null, "from@x", true, "text", 20, true)));
        assertThat(vault.forgotten()).containsExactly("k1");
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

    private static SaveSmtpServer signing(String identifier, MailSigner signer) {
        return new SaveSmtpServer(
                identifier,
                "mail",
                null,
                null,
                Secret.of("__CENSORED__"),
                null,
                null,
                null,
                null,
                null,
                new SignerChange(signer));
    }

    private static SmtpSettings signed(String key, String content, boolean required) {
        return FULL.signing("PEM", sealed(key, content), required);
    }

    @Test
    void theKeyOfASignerIsSealedUnderADataKeyOfItsOwn() {
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(signing("m", new MailSigner("PEM", Secret.of("key"), true)))
                .expectEvents(new SmtpServerReconfigured("m", 3, signed("new-key-1", "key", true)));
    }

    @Test
    void aSignerStaysUntilItIsReplacedOrTakenAway() {
        SmtpServerCreated before = new SmtpServerCreated("m", 3, signed("k2", "key", true));

        fixture.given(before)
                .when(saved("m", "mail", "__CENSORED__"))
                .expectEvents(new SmtpServerReconfigured("m", 3, signed("k2", "key", true)));
        fixture.given(before)
                .when(signing("m", new MailSigner("PEM", Secret.of("other"), false)))
                .expectEvents(new SmtpServerReconfigured("m", 3, signed("k2", "other", false)));
        assertThat(vault.forgotten()).isEmpty();
        fixture.given(before).when(signing("m", null)).expectEvents(new SmtpServerReconfigured("m", 3, FULL));
        assertThat(vault.forgotten()).containsExactly("k2");
    }

    @Test
    void aSignerIsFoundAsLongAsItsServerIsThere() {
        MailSigner signer = new MailSigner("PEM", Secret.of("key"), true);
        SmtpServerCreated there = new SmtpServerCreated("m", 3, signed("k2", "key", true));

        fixture.given(there).when(new LookAtSigner("m")).expectResultMessagePayload(Optional.of(signer));
        fixture.given(new SmtpServerCreated("m", 3, FULL))
                .when(new LookAtSigner("m"))
                .expectResultMessagePayload(Optional.empty());
        fixture.given(there, new SmtpServerDeleted("m", 3))
                .when(new LookAtSigner("m"))
                .expectResultMessagePayload(Optional.empty());
    }

    @Test
    void withAServerItsSignerIsErased() {
        fixture.given(new SmtpServerCreated("m", 3, signed("k2", "key", true)))
                .when(new DeleteSmtpServer("m"))
                .expectEvents(new SmtpServerDeleted("m", 3));
        assertThat(vault.forgotten()).containsExactly("k1", "k2");
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
