package org.symbolon.command.tokentype.pushed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;

/** What users of privacyIDEA's app do beyond saying yes. */
class ConfirmingTest {

    private final PushedStage server = new PushedStage("push");
    private final SoftPhone phone = server.enrolled(SoftPhone.withRsa());

    private Map<?, ?> shown() {
        return (Map<?, ?>) ((List<?>)
                        server.call("GET", phone.ask(server.clock().instant())).value())
                .get(0);
    }

    @Test
    void heChoosesWhatHeIsShownWhereHeLogsIn() {
        server.says("require_presence", "1").says("challenge_text", "Choose {presence_answer}!");
        Decision asked = server.pin();
        String transaction = asked.asked().transactionId();
        String right =
                asked.asked().questions().get(0).beside().get("presence_answer").toString();
        Map<?, ?> shown = shown();
        List<String> choices =
                Arrays.asList(shown.get("require_presence").toString().split(","));
        String wrong = choices.stream()
                .filter(choice -> !choice.equals(right))
                .findFirst()
                .orElseThrow();

        assertThat(asked.message()).isEqualTo("Choose " + right + "!");
        assertThat(choices).hasSize(3).doesNotHaveDuplicates().contains(right).allMatch(one -> one.matches("[A-Z]"));
        assertThat(shown.get("version")).isEqualTo("2");
        assertThat(phone.believes(shown)).isTrue();
        assertThat(server.post(phone.accept(server.nonce()))).as("no choice").isEqualTo(false);
        assertThat(server.post(phone.choose(server.nonce(), wrong))).isEqualTo(false);
        assertThat(server.stage.facts()).containsExactly(new ChallengeAnsweredWrongly(transaction, PushedStage.SERIAL));
        assertThat(server.check(transaction).accepted()).isFalse();
        Map<String, String> forged = new HashMap<>(phone.choose(server.nonce(), wrong));
        forged.put("presence_answer", right);
        assertThat(server.post(forged)).as("what was not signed").isEqualTo(false);
        assertThat(server.post(phone.choose(server.nonce(), right))).isEqualTo(true);
        assertThat(server.check(transaction).accepted()).isTrue();
    }

    @Test
    void policiesSayOfWhatHeChooses() {
        server.says("require_presence", "1").says("presence_options", "NUMERIC").says("presence_num_options", "7");
        server.pin();
        assertThat(shown().get("require_presence").toString()).matches("\\d\\d(,\\d\\d){6}");

        server.says("presence_options", "CUSTOM").says("presence_custom_options", "red:green:decline");
        server.pin();
        assertThat(shown().get("require_presence").toString().split(",")).containsExactlyInAnyOrder("red", "green");

        server.says("presence_custom_options", "alone");
        server.pin();
        assertThat(shown().get("require_presence").toString()).matches("[A-Z](,[A-Z]){6}");
    }

    @Test
    void heTypesWhatTheTelephoneShows() {
        server.says("code_to_phone", "1").says("code_to_phone_message", "Type this");
        Decision asked = server.pin();
        String transaction = asked.asked().transactionId();

        assertThat(asked.message()).isEqualTo("Please enter the code displayed on your smartphone.");
        assertThat(asked.asked().questions().get(0).clientMode()).isEqualTo(ClientMode.INTERACTIVE);
        assertThat(asked.asked().questions().get(0).attributes()).containsEntry("hideResponseInput", false);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(server.check(transaction, "0" + guess).accepted())
                    .as("before he has said yes")
                    .isFalse();
        }
        TypeReply reply = server.call("POST", phone.accept(server.nonce()));
        String code = reply.detail().get("display_code").toString();
        assertThat(reply.value()).isEqualTo(true);
        assertThat(code).matches("\\d\\d");
        assertThat(reply.detail()).containsEntry("message", "Type this");
        assertThat(server.stage.facts()).doesNotContain(new ChallengeAnswered(transaction, PushedStage.SERIAL));
        assertThat(server.post(phone.accept(server.nonce())))
                .as("a second time")
                .isEqualTo(false);
        assertThat(server.call("GET", phone.ask(server.clock().instant())).value())
                .isEqualTo(List.of());
        assertThat(server.check(transaction, "").accepted()).isFalse();
        assertThat(server.check(transaction, code.equals("99") ? "98" : "99").accepted())
                .isFalse();
        assertThat(server.check(transaction, code).accepted()).isTrue();
    }

    @Test
    void whoeverGuessesTheCodeIsCounted() {
        server.says("code_to_phone", "1");
        String transaction = server.pin().asked().transactionId();

        for (int guess = 0; guess < 10; guess++) {
            server.check(transaction, "x" + guess);
        }
        assertThat(server.token().isFit()).isFalse();
    }

    @Test
    void whereTheLogInWaitsHeJustSaysYes() {
        server.says("require_presence", "1").says("code_to_phone", "1").says("wait", "10");
        Decision waiting = server.pin();

        assertThat(server.post(phone.accept(server.nonce()))).isEqualTo(true);
        assertThat(server.after(waiting.asked().transactionId()).accepted()).isTrue();
    }

    @Test
    void theAppMayHaveAnotherSchemeAndWantToBeUnlocked() {
        server.says("use_pia_scheme", "1").says("app_force_unlock", "biometric");

        assertThat(PushedStage.address(server.begin()))
                .startsWith("pia://pipush/")
                .endsWith("&app_force_unlock=biometric");
        server.saysNothingOf("use_pia_scheme").saysNothingOf("app_force_unlock");
        assertThat(PushedStage.address(server.begin()))
                .startsWith("otpauth://pipush/")
                .endsWith("&sslverify=1");
    }
}
