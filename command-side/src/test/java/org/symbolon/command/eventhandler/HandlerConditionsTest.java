package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.module.HandlerCondition;
import org.symbolon.events.shared.Caller;

/** When each condition holds. */
class HandlerConditionsTest {

    private final HandledWorld world = new HandledWorld();

    private static boolean holds(String condition, String wanted, HandledRequest request) {
        return HandlerCondition.find(condition)
                .orElseThrow()
                .wanting(wanted == null ? "" : wanted)
                .test(request);
    }

    private HandledRequest aboutOneToken() {
        world.answer.putAll(Map.of(
                "result", Map.of("status", true, "value", false),
                "detail", Map.of("message", "wrong otp pin", "error", Map.of("message", "it is broken"))));
        world.lookups.counters.put("fails", 4L);
        return world.token(
                        "TOTP1",
                        10,
                        Map.of(
                                "count_auth", "9",
                                "count_auth_success", "3",
                                "last_auth", "2026-11-20 08:00:00.000000+00:00",
                                "validity_period_end", "2026-11-30T08:00+0000",
                                "born", "2026-11-25T08:00+0000",
                                "size", "12"))
                .parameter("serial", "TOTP1")
                .request();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "client_ip             | 10.0.0.0/8                | true",
                "client_ip             | 10.0.0.0/8, -10.1.2.3     | false",
                "client_ip             | 10.0.0.0/8, !10.1.0.0/16  | false",
                "client_ip             | 192.168.0.0/16            | false",
                "client_ip             | -192.168.0.0/16           | false",
                "realm                 | realm1                    | true",
                "realm                 | Realm1                    | false",
                "resolver              | people                    | true",
                "resolver              | others                    | false",
                "logged_in_user        | admin                     | true",
                "logged_in_user        | user                      | false",
                "result_value          | False                     | true",
                "result_value          | True                      | false",
                "result_status         | True                      | true",
                "result_status         | nonsense                  | false",
                "token_locked          | True                      | true",
                "token_locked          | False                     | false",
                "tokenrealm            | other, realm2             | true",
                "tokenrealm            | other                     | false",
                "tokenresolver         | people,other              | true",
                "tokenresolver         | other                     | false",
                "serial                | TO[TX]P                   | true",
                "serial                | OTP1                      | false",
                "user_token_number     | ==1                       | true",
                "user_token_number     | >1                        | false",
                "detail_error_message  | is b                      | true",
                "detail_error_message  | ^is b                     | false",
                "detail_message        | otp pin$                  | true",
                "counter               | fails > 3                 | true",
                "counter               | fails == 3                | false",
                "counter               | unknown < 1               | true",
                "tokentype             | hotp,totp                 | true",
                "tokentype             | hotp                      | false",
                "token_has_owner       | True                      | true",
                "token_has_owner       | False                     | false",
                "token_is_orphaned     | False                     | true",
                "token_validity_period | False                     | true",
                "token_validity_period | True                      | false",
                "otp_counter           | =7                        | true",
                "otp_counter           | != 7                      | false",
                "last_auth             | 10d                       | true",
                "last_auth             | 12d                       | false",
                "last_auth             | 300h                      | false",
                "last_auth             | 1y                        | false",
                "count_auth            | >= 9                      | true",
                "count_auth            | =< 8                      | false",
                "count_auth_success    | 3                         | true",
                "count_auth_fail       | <7                        | true",
                "count_auth_fail       | =>7                       | false",
                "failcounter           | many                      | false",
                "failcounter           | none                      | false",
                "tokeninfo             | size > 9                  | true",
                "tokeninfo             | size == 12                | true",
                "tokeninfo             | born < {now}-3d           | true",
                "tokeninfo             | born > {now}-3d           | false",
                "tokeninfo             | unknown == 1              | false",
                "rollout_state         | verify                    | true",
                "rollout_state         | clientwait                | false"
            })
    void aConditionHoldsOfARequestAboutOneToken(String condition, String wanted, boolean expected) {
        assertThat(holds(condition, wanted, aboutOneToken())).isEqualTo(expected);
    }

    @Test
    void everyConditionHasALineInTheTable() throws Exception {
        CsvSource table = HandlerConditionsTest.class
                .getDeclaredMethod("aConditionHoldsOfARequestAboutOneToken", String.class, String.class, boolean.class)
                .getAnnotation(CsvSource.class);

        assertThat(HandlerCondition.all()).allSatisfy(condition -> assertThat(table.value())
                .anyMatch(line -> line.startsWith(condition.name() + " ")));
    }

    @ParameterizedTest
    @CsvSource({
        "tokentype, hotp",
        "token_has_owner, False",
        "otp_counter, 99",
        "last_auth, 1h",
        "tokeninfo, a == b",
        "rollout_state, none",
        "failcounter, 99",
        "tokenrealm, other",
        "serial, XXX",
        "user_token_number, 99"
    })
    void withoutATokenNothingIsAskedOfIt(String condition, String wanted) {
        world.caller = Caller.ANONYMOUS;

        assertThat(holds(condition, wanted, world.request())).isTrue();
    }

    @Test
    void nobodysTokenIsNotLocked() {
        HandledRequest request =
                world.token("FULL", 10, Map.of()).parameter("user", "stranger").request();

        assertThat(holds("token_locked", "True", request)).isFalse();
        assertThat(holds("token_locked", "False", request)).isFalse();
    }

    @Test
    void severalTokensAreNoToken() {
        HandledRequest request = world.token("ONE", 1, Map.of())
                .token("TWO", 10, Map.of())
                .parameter("user", "emma")
                .request();

        assertThat(holds("tokentype", "hotp", request)).isTrue();
        assertThat(holds("token_locked", "False", request)).isTrue();
        assertThat(holds("user_token_number", "2", request)).isTrue();
    }

    @Test
    void anOwnerWhomNobodyKnowsLeavesAnOrphan() {
        HandledRequest request = aboutOneToken();
        world.lookups.knowsEmma = false;

        assertThat(holds("token_is_orphaned", "True", request)).isTrue();
        assertThat(holds("realm", "realm1", request)).isFalse();
    }

    @Test
    void whatIsNotAskedIsNotLookedUp() {
        HandledRequest request = aboutOneToken();

        holds("client_ip", "10.0.0.0/8", request);
        holds("result_value", "True", request);
        holds("serial", "TOTP", request);
        holds("logged_in_user", "admin", request);

        assertThat(world.lookups.asked).isEmpty();
    }

    @Test
    void whatIsAskedTwiceIsLookedUpOnce() {
        HandledRequest request = aboutOneToken();

        holds("tokentype", "hotp", request);
        holds("otp_counter", "1", request);
        holds("failcounter", "1", request);
        holds("realm", "realm1", request);

        assertThat(world.lookups.asked).containsExactly("token", "owner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counter   | nothing           | Condition not parsable.",
                "tokeninfo | size =            | Condition not parsable.",
                "client_ip | everywhere        | This is no network: 'everywhere'",
                "serial    | (                 | This is no regular expression: '('",
                "last_auth | long              | This is no age: 'long'"
            })
    void whatCannotBeReadIsRefused(String condition, String wanted, String message) {
        HandledRequest request = aboutOneToken();

        assertThatThrownBy(() -> holds(condition, wanted, request))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void anExpressionThatGoesTooDeepIsRefused() {
        HandledRequest request =
                world.parameter("serial", "ab".repeat(60_000) + "!").request();

        assertThatThrownBy(() -> holds("serial", "(a|b|cd)*$", request))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("takes too long");
    }

    @Test
    void anExpressionThatWouldTakeForEverIsRefused() {
        HandledRequest request = world.parameter("serial", "a".repeat(60) + "!").request();

        assertThatThrownBy(() -> holds("serial", ".*a.*a.*a.*a.*a!!", request))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("takes too long");
    }
}
