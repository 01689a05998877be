package org.symbolon.command.tokentype.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.TextMessage;
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
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** Values that come by text message, against those of RFC 4226, appendix D. */
class SmsTypeTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String[] VALUES = {"755224", "287082", "359152"};
    private static final Holder HOLDER =
            new Holder("erin", "realm", Map.of("givenname", "Erin", "mobile", "+49 151 0007"));

    private final SmsType type = new SmsType();
    private final FakeSettings settings = new FakeSettings().with("sms.identifier", "gate");
    private final Map<String, String> terms = new HashMap<>();

    private EnrolmentRequest request(String... parameters) {
        Map<String, String> all = new HashMap<>(Map.of("otpkey", SEED));
        for (int index = 0; index < parameters.length; index += 2) {
            all.put(parameters[index], parameters[index + 1]);
        }
        return new EnrolmentRequest("PISM1", HOLDER, all, now());
    }

    private Circumstances now() {
        return new Circumstances(
                Instant.parse("2026-12-01T06:00:00Z"), settings, Chance.seeded(1), new TypeTerms(terms), HOLDER);
    }

    private static TokenView token(EnrolmentStep step, StateChange change) {
        return new TokenView(
                "PISM1", 6, 10, 1000, "", step.state().after(change), Map.of(), "", TokenSecrets.open(step.secret()));
    }

    private TokenView token(StateChange change) {
        return token(type.enrol(request("phone", "+49 151 0005")), change);
    }

    private Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", new HashMap<>(), now())).in("07");
    }

    private Judgement judge(TokenView token, String value) {
        OpenChallenge open = new OpenChallenge("07", "", "", Optional.empty(), "", false);
        return type.judge(token, Credential.of(Secret.of(value)).answering(open), now());
    }

    private static SendText sent(List<Effect> effects) {
        return (SendText) effects.get(0);
    }

    private static TextMessage message(String number, String text) {
        return new TextMessage(Secret.of(number), Secret.of("erin"), Secret.of("PISM1"), Secret.of(text));
    }

    @Test
    void aChallengeSendsTheNextValueAndCountsItFirst() {
        Question question = ask(token(StateChange.NONE));

        assertThat(question.change()).isEqualTo(StateChange.counter(1));
        assertThat(question.message()).isEqualTo("Enter the OTP from the SMS:");
        assertThat(question.validSeconds()).isEqualTo(300);
        assertThat(question.failure()).isEqualTo("The PIN was correct, but the SMS could not be sent!");
        assertThat(sent(question.effects())).isEqualTo(SendText.value("gate", message("+49 151 0005", VALUES[1])));
        assertThat(question.attributes()).containsEntry("state", "07").containsOnlyKeys("state", "valid_until");
        assertThat(question.effects().toString()).doesNotContain(VALUES[1], "0005", "erin");
    }

    @Test
    void aMessageComesBackFromItsOrder() {
        for (SendText text :
                List.of(SendText.value("gate", message("1", "2")), SendText.afterLogin("gate", message("1", "3")))) {
            assertThat(SendText.of(new EffectOrder("id", text.kind(), text.settings(), text.content(), 1)))
                    .isEqualTo(text);
        }
    }

    @Test
    void aDynamicNumberIsThatOfTheUserStore() {
        TokenView dynamic = token(type.enrol(request("dynamic_phone", "1")), StateChange.NONE);

        assertThat(dynamic.state().text("phone")).isEmpty();
        assertThat(sent(ask(dynamic).effects()).message().number()).isEqualTo(Secret.of("+49 151 0007"));
    }

    @Test
    void withoutANumberNothingIsEnrolled() {
        assertThatThrownBy(() -> type.enrol(request())).hasMessage("Missing parameter: 'phone'");
        assertThatThrownBy(() -> type.enrol(request("phone", "1".repeat(256)))).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyAGatewayThatAPolicyAllowsCanBeNamed() {
        EnrolmentRequest naming = request("phone", "1", "sms.identifier", "dear");
        String refused = "The requested sms.identifier is not allowed to be enrolled.";

        assertThatThrownBy(() -> type.enrol(naming)).hasMessage(refused).hasFieldOrPropertyWithValue("code", 303);
        terms.put("sms_gateways", "cheap free");
        assertThatThrownBy(() -> type.enrol(request("phone", "1", "sms.identifier", "dear")))
                .hasMessage(refused);
        terms.put("sms_gateways", "cheap dear");
        TokenView token = token(type.enrol(request("phone", "1", "sms.identifier", "dear")), StateChange.NONE);
        assertThat(sent(ask(token).effects()).gateway()).isEqualTo("dear");
        assertThat(type.enrol(request("phone", "1", "sms.identifier", ""))).isNotNull();
    }

    @Test
    void theNextValueIsSentAfterALogInWhereAPolicySaysSo() {
        terms.put("smsautosend", "True");
        terms.put("smspostchecktext", "never said");

        Judgement.Right right = (Judgement.Right) judge(token(StateChange.counter(1)), VALUES[1]);

        assertThat(sent(right.effects())).isEqualTo(SendText.value("gate", message("+49 151 0005", VALUES[2])));
    }

    @Test
    void aGatewayIsToldOfALogInWhereAPolicySaysWhat() {
        assertThat(((Judgement.Right) judge(token(StateChange.counter(1)), VALUES[1])).effects())
                .isEmpty();

        terms.put("smspostchecktext", "{username} is in");
        Judgement.Right right = (Judgement.Right) judge(token(StateChange.counter(1)), VALUES[1]);

        assertThat(sent(right.effects())).isEqualTo(SendText.afterLogin("gate", message("+49 151 0005", "erin is in")));
    }

    @ParameterizedTest
    @CsvSource({"+49 151 0005, Sent to ********05", "12345, 'Sent to '"})
    void aPolicyCanSayWhichNumberItIsAndNotWhatItIs(String number, String said) {
        terms.put("sms_challenge_text", "Sent to {phone_redacted}");

        TokenView token = token(type.enrol(request("phone", number)), StateChange.NONE);

        assertThat(ask(token).message()).isEqualTo(said);
    }

    private Judgement answer(String typed) {
        TokenView begun = token(type.enrolByLogin(request()), StateChange.NONE);
        OpenChallenge asked = new OpenChallenge("07", "", "", Optional.empty(), "enrollment", false);
        return type.judge(begun, Credential.of(Secret.of(typed)).answering(asked), now());
    }

    @Test
    void aLogInThatEnrolsSendsToTheNumberThatIsTyped() {
        Judgement.NeedsMore more = (Judgement.NeedsMore) answer(" +49 (0)151/12-34 ");

        assertThat(type.prompt()).isEqualTo("Please enter your new phone number!");
        assertThat(more.question().data()).isEqualTo("+49 (0)151/12-34");
        assertThat(sent(more.question().effects()).message()).isEqualTo(message("+49 (0)151/12-34", VALUES[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "12",
                "-123",
                "12a4",
                "123;id",
                "1234\n",
                "+49 151 1 22222222222222222222222222222222222222222"
            })
    void whatIsNoNumberGetsNoMessage(String typed) {
        assertThat(answer(typed.replace("\n", "\n5"))).isEqualTo(Judgement.WRONG);
    }
}
