package org.symbolon.reactions.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.effect.EffectFailedException;

class SendMailReactionTest {

    private static final MailServer INTERN =
            new MailServer("mail.example.com", 25, "", Secret.EMPTY, false, Duration.ofSeconds(5));
    private static final SendMail MAIL =
            SendMail.plain("intern", Secret.of("emma@example.com"), Secret.of("Your value"), Secret.of("It is 755224"));

    private final List<Mail> sent = new ArrayList<>();
    private final MailServers servers = identifier -> identifier.equals("intern")
            ? Optional.of(new MailServers.Defined(INTERN, "mfa@example.com"))
            : Optional.empty();

    private final SendMailReaction reaction = new SendMailReaction(
            (server, mail) -> sent.add(mail), servers, path -> Optional.of("<b>{username}</b> <otp>")
                    .filter(page -> path.equals("value.html")));

    private static EffectOrder orderOf(SendMail mail) {
        return new EffectOrder("id", mail.kind(), mail.settings(), mail.content(), 1);
    }

    @Test
    void aMailGoesOutOverTheServerThatIsNamed() throws EffectFailedException {
        reaction.carryOut(orderOf(MAIL));

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("mfa@example.com");
            assertThat(mail.to()).containsExactly("emma@example.com");
            assertThat(mail.subject()).isEqualTo("Your value");
            assertThat(mail.text()).isEqualTo("It is 755224");
            assertThat(mail.format()).isEqualTo(Mail.Format.PLAIN);
        });
    }

    @Test
    void aMailComesBackFromItsOrderAndShowsNothingInALog() {
        assertThat(SendMail.of(orderOf(MAIL))).isEqualTo(MAIL);
        assertThat(MAIL.toString()).contains("intern").doesNotContain("emma", "755224", "value");
    }

    @Test
    void aServerThatIsNotDefinedIsNotAskedAgain() {
        SendMail lost = new SendMail("lost", MAIL.recipient(), MAIL.subject(), MAIL.text());

        assertThatThrownBy(() -> reaction.carryOut(orderOf(lost)))
                .isInstanceOf(EffectFailedException.class)
                .hasMessage("There is no mail server lost")
                .extracting(failure -> ((EffectFailedException) failure).isPermanent())
                .isEqualTo(true);
    }

    private static SendMail page(String path) {
        Map<String, Secret> values = Map.of("otp", Secret.of("755224"), "username", Secret.of("<emma>"));
        return new SendMail("intern", MAIL.recipient(), MAIL.subject(), new MailText.Page(path, values));
    }

    @Test
    void aPageIsReadAndFilledWhenItIsSent() throws EffectFailedException {
        EffectOrder order = orderOf(page("value.html"));
        assertThat(SendMail.of(order)).isEqualTo(page("value.html"));
        assertThat(order.settings()).containsEntry("page", "value.html");

        reaction.carryOut(order);

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("<b>&lt;emma&gt;</b> 755224");
            assertThat(mail.format()).isEqualTo(Mail.Format.HTML);
        });
    }

    @Test
    void aPageThatIsNotThereIsNotSent() {
        assertThatThrownBy(() -> reaction.carryOut(orderOf(page("none.html"))))
                .hasMessage("There is no page to send at none.html")
                .extracting(failure -> ((EffectFailedException) failure).isPermanent())
                .isEqualTo(true);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void onlyAMailThatCanNeverBeSentIsGivenUpAtOnce(Trouble trouble) {
        SendMailReaction failing = new SendMailReaction(
                (server, mail) -> {
                    throw new MailNotSentException("intern", trouble);
                },
                servers,
                path -> Optional.empty());

        assertThatThrownBy(() -> failing.carryOut(orderOf(MAIL)))
                .isInstanceOf(EffectFailedException.class)
                .hasMessageStartingWith("The mail server intern ")
                .extracting(failure -> ((EffectFailedException) failure).isPermanent())
                .isEqualTo(trouble == Trouble.MALFORMED);
    }
}
