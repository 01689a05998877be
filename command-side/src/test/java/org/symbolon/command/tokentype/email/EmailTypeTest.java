package org.symbolon.command.tokentype.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.token.StateChange;

/** Values that come by mail, against those of RFC 4226, appendix D. */
class EmailTypeTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String[] VALUES = {"755224", "287082", "359152", "969429"};
    private static final Holder HOLDER = new Holder("erin", "realm", "Erin", "{otp}");

    private final EmailType type = new EmailType();
    private final FakeSettings settings = new FakeSettings().with("email.identifier", "post");
    private final Map<String, String> terms = new HashMap<>();

    private TokenView token(StateChange change, String... more) {
        Map<String, String> parameters = new HashMap<>(Map.of("otpkey", SEED, "email", "erin@example.com"));
        EnrolmentStep step = type.enrol(Requests.with().with(parameters));
        return new TokenView(
                "PIEM1", 6, 10, 1000, "", step.state().after(change), Map.of(), "", TokenSecrets.open(step.secret()));
    }

    private TokenView token() {
        return token(StateChange.NONE);
    }

    private Circumstances now() {
        return new Circumstances(
                Instant.parse("2026-11-30T06:00:00Z"), settings, Chance.seeded(1), new TypeTerms(terms));
    }

    private Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", HOLDER, new HashMap<>(), now()));
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
                .isEqualTo(new SendMail(
                        "post", Secret.of("erin@example.com"), Secret.of("Your OTP"), Secret.of(VALUES[1]), false));
        assertThat(question.toString()).doesNotContain(VALUES[1]);
        assertThat(question.effects().toString()).doesNotContain(VALUES[1], "erin@");
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

        assertThat(mail(ask(token())).text()).isEqualTo(Secret.of(VALUES[1] + " PIEM1 erin {otp} email {unknown} <b>"));
        assertThat(mail(ask(token())).subject()).isEqualTo(Secret.of("$1 " + VALUES[1]));
    }

    @Test
    void theNextValueIsSentAfterALogInWhereAPolicySaysSo() {
        terms.put("emailautosend", "True");

        Judgement.Right right = (Judgement.Right) judge(token(StateChange.counter(1)), VALUES[1], Optional.empty());

        assertThat(right.change()).isEqualTo(StateChange.counter(2));
        assertThat(((SendMail) right.effects().get(0)).text()).isEqualTo(Secret.of(VALUES[2]));
    }

    @Test
    void anAddressIsNeededAndASeedIsMade() {
        assertThatThrownBy(() -> type.enrol(Requests.with())).hasMessage("Missing parameter: 'email'");
        assertThatThrownBy(() -> type.enrol(Requests.with("dynamic_email", "1")))
                .isInstanceOf(Refusal.class);
        assertThat(type.enrol(Requests.with("email", "erin@example.com"))
                        .secret()
                        .length())
                .isEqualTo(40);
    }
}
