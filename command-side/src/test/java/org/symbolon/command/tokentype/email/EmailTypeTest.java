package org.symbolon.command.tokentype.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** Values that come by mail, against those of RFC 4226, appendix D. */
class EmailTypeTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String[] VALUES = {"755224", "287082", "359152", "969429"};
    private static final Holder HOLDER = new Holder(
            "erin", "realm", Map.of("givenname", "Erin", "surname", "{otp}", "email", "erin@store.example.com"));

    private final EmailType type = new EmailType();
    private final FakeSettings settings = new FakeSettings().with("email.identifier", "post");
    private final Map<String, String> terms = new HashMap<>();

    private TokenView token(StateChange change) {
        return token(type.enrol(Requests.with("otpkey", SEED, "email", "erin@example.com")), change);
    }

    private static TokenView token(EnrolmentStep step, StateChange change) {
        return new TokenView(
                "PIEM1", 6, 10, 1000, "", step.state().after(change), Map.of(), "", TokenSecrets.open(step.secret()));
    }

    private TokenView token() {
        return token(StateChange.NONE);
    }

    private Circumstances now() {
        return new Circumstances(
                Instant.parse("2026-11-30T06:00:00Z"), settings, Chance.seeded(1), new TypeTerms(terms), HOLDER);
    }

    private Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", new HashMap<>(), now())).in("07");
    }

    private static MailText plain(String text) {
        return new MailText.Plain(Secret.of(text));
    }

    private static SendMail mail(Question question) {
        return (SendMail) question.effects().get(0);
    }

    private Judgement judge(TokenView token, String value, Optional<Secret> kept) {
        Credential credential = Credential.of(Secret.of(value));
        return type.judge(token, credential.answering(new OpenChallenge("07", "", "", kept, "", false)), now());
    }

    @Test
    void aChallengeSendsTheNextValueAndCountsItFirst() {
        Question question = ask(token());

        assertThat(question.change()).isEqualTo(StateChange.counter(1));
        assertThat(question.message()).isEqualTo("Enter the OTP from the Email:");
        assertThat(question.validSeconds()).isEqualTo(120);
        assertThat(question.secretData()).isNull();
        assertThat(question.failure()).isEqualTo("The PIN was correct, but the EMail could not be sent!");
        assertThat(mail(question))
                .isEqualTo(SendMail.plain(
                        "post", Secret.of("erin@example.com"), Secret.of("Your OTP"), Secret.of(VALUES[1])));
        assertThat(question.attributes()).containsEntry("state", "07").containsOnlyKeys("state", "valid_until");
        assertThat(question.toString()).doesNotContain(VALUES[1]);
        assertThat(question.effects().toString()).doesNotContain(VALUES[1], "erin@");
    }

    @Test
    void aPolicyCanSayWhichAddressItIsAndNotWhatItIs() {
        terms.put("email_challenge_text", "Sent to {email_redacted}:");

        assertThat(ask(token()).message()).isEqualTo("Sent to er********@e********.com:");
    }

    @Test
    void whatWasSentIsRightOnce() {
        TokenView asked = token(ask(token()).change());

        assertThat(judge(asked, VALUES[1], Optional.empty())).isEqualTo(Judgement.right(StateChange.counter(2)));
        assertThat(judge(asked, VALUES[0], Optional.empty())).isEqualTo(Judgement.wrong(true));
        assertThat(judge(token(StateChange.counter(2)), VALUES[1], Optional.empty()))
                .isEqualTo(Judgement.wrong(true));
    }

    @Test
    void withConcurrentChallengesAnOlderValueAnswersItsOwn() {
        settings.with("email.concurrent_challenges", "True");
        Question question = ask(token());

        assertThat(question.secretData()).isEqualTo(Secret.of(VALUES[1]));
        TokenView later = token(StateChange.counter(2));
        assertThat(judge(later, VALUES[1], Optional.of(question.secretData()))).isEqualTo(Judgement.RIGHT);
        assertThat(judge(later, VALUES[0], Optional.of(question.secretData()))).isEqualTo(Judgement.WRONG);
    }

    @Test
    void tagsAreReplacedOnceAndWhatIsNoneStays() {
        terms.put("emailtext", "<otp> {serial} {username} {surname} {tokentype} {unknown} <b>");
        terms.put("emailsubject", "$1 {otp}");

        assertThat(mail(ask(token())).text()).isEqualTo(plain(VALUES[1] + " PIEM1 erin {otp} email {unknown} <b>"));
        assertThat(mail(ask(token())).subject()).isEqualTo(Secret.of("$1 " + VALUES[1]));
    }

    @Test
    void theNextValueIsSentAfterALogInWhereAPolicySaysSo() {
        terms.put("emailautosend", "True");

        Judgement.Right right = (Judgement.Right) judge(token(StateChange.counter(1)), VALUES[1], Optional.empty());

        assertThat(right.change()).isEqualTo(StateChange.counter(2));
        assertThat(((SendMail) right.effects().get(0)).text()).isEqualTo(plain(VALUES[2]));
    }

    @Test
    void anAddressIsNeededAndASeedIsMade() {
        assertThatThrownBy(() -> type.enrol(Requests.with())).hasMessage("Missing parameter: 'email'");
        assertThatThrownBy(() -> type.enrol(Requests.with("email", "e".repeat(256))))
                .isInstanceOf(Refusal.class);
        assertThat(type.enrol(Requests.with("email", "erin@example.com"))
                        .secret()
                        .length())
                .isEqualTo(40);
    }

    @Test
    void aDynamicAddressIsThatOfTheUserStoreAtEachChallenge() {
        TokenView dynamic = token(type.enrol(Requests.with("otpkey", SEED, "dynamic_email", "yes")), StateChange.NONE);

        assertThat(dynamic.state().text("dynamic_email")).contains("True");
        assertThat(dynamic.state().text("email")).isEmpty();
        assertThat(mail(ask(dynamic)).recipient()).isEqualTo(Secret.of("erin@store.example.com"));
    }

    @Test
    void anAddressThatIsEnrolledAnewIsDynamicNoMore() {
        TokenView dynamic = token(type.enrol(Requests.with("otpkey", SEED, "dynamic_email", "1")), StateChange.NONE);
        EnrolmentRequest request = Requests.with("otpkey", SEED, "email", "new@example.com");
        EnrolmentStep anew = type.enrol(new EnrolmentRequest(
                request.serial(),
                request.owner(),
                request.holder(),
                request.parameters(),
                request.circumstances(),
                Optional.of(dynamic),
                request.challenge(),
                request.gathered()));

        assertThat(anew.state().text("dynamic_email")).contains("False");
        assertThat(mail(ask(token(anew, StateChange.NONE))).recipient()).isEqualTo(Secret.of("new@example.com"));
    }

    @Test
    void aPageIsNamedWithWhatItsTagsStandFor() {
        terms.put("emailtext", "file:mails/value.html");

        MailText.Page page = (MailText.Page) mail(ask(token())).text();

        assertThat(page.path()).isEqualTo("mails/value.html");
        assertThat(page.values())
                .containsEntry("otp", Secret.of(VALUES[1]))
                .containsEntry("username", Secret.of("erin"));
        assertThat(page.filled("<p>{givenname}: <otp>, {surname}</p>")).isEqualTo("<p>Erin: 287082, {otp}</p>");
        assertThat(page.toString()).doesNotContain(VALUES[1], "erin");
    }

    private Judgement answer(TokenView token, String typed, String data) {
        OpenChallenge asked = new OpenChallenge("07", "", data, Optional.empty(), "enrollment", false);
        return type.judge(token, Credential.of(Secret.of(typed)).answering(asked), now());
    }

    @Test
    void aLogInThatEnrolsAsksForTheAddressAndThenForTheValueThatWasSentThere() {
        TokenView begun = token(type.enrolByLogin(Requests.with("otpkey", SEED)), StateChange.NONE);

        Judgement.NeedsMore more = (Judgement.NeedsMore) answer(begun, " erin@example.org ", "");
        assertThat(more.question().session()).isEqualTo("enrollment");
        assertThat(more.question().data()).isEqualTo("erin@example.org");
        assertThat(mail(more.question()).recipient()).isEqualTo(Secret.of("erin@example.org"));
        assertThat(mail(more.question()).text()).isEqualTo(plain(VALUES[1]));

        TokenView sent = token(
                type.enrolByLogin(Requests.with("otpkey", SEED)),
                more.change().and(more.question().change()));
        assertThat(sent.state().text("email")).contains("erin@example.org");
        assertThat(answer(sent, VALUES[1], "erin@example.org")).isEqualTo(Judgement.right(StateChange.counter(2)));
        assertThat(answer(sent, VALUES[1], "other@example.org")).isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatIsNoAddressGetsNoMail() {
        TokenView begun = token(type.enrolByLogin(Requests.with("otpkey", SEED)), StateChange.NONE);

        for (String none : new String[] {
            "",
            "erin",
            "@",
            "erin@",
            "a@b@c",
            "erin@example.org, mallory@example.org",
            "e\r\nBcc:m@x",
            "e".repeat(250) + "@x.org"
        }) {
            assertThat(answer(begun, none, "")).as(none).isEqualTo(Judgement.WRONG);
        }
    }
}
