package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.policy.PolicyCondition;

class CompiledConditionTest {

    private static final SampleFacts ALL = new SampleFacts(
            Map.of("department", "it"),
            Map.of("kind", "hardware"),
            Map.of("tokentype", "hotp", "otplen", 6, "realms", List.of("realm1")),
            Map.of("user-agent", "VPN/1.0", "x-empty", ""),
            Map.of("REQUEST_METHOD", "POST", "EMPTY", ""));

    private static boolean holds(ConditionFacts facts, String section, String key, String comparator, String value) {
        return new CompiledCondition("p 1", new PolicyCondition(section, key, comparator, value, true)).holds(facts);
    }

    @ParameterizedTest
    @CsvSource({
        "userinfo, department, equals, it, true",
        "userinfo, department, equals, hr, false",
        "tokeninfo, kind, equals, hardware, true",
        "token, tokentype, in, 'hotp,totp', true",
        "token, otplen, >, 6, false",
        "token, otplen, equals, 6, false",
        "token, realms, contains, realm1, true",
        "HTTP Request header, User-Agent, matches, VPN/.*, true",
        "HTTP Request header, user-agent, equals, vpn/1.0, false",
        "HTTP Environment, REQUEST_METHOD, equals, POST, true",
        "HTTP Environment, EMPTY, equals, '', true"
    })
    void comparesWhatTheSectionHasUnderTheKey(
            String section, String key, String comparator, String value, boolean expected) {
        assertThat(holds(ALL, section, key, comparator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userinfo            | k | Policy 'p 1' has condition on userinfo, but an according object is not available",
                "tokeninfo           | k | Policy 'p 1' has condition on tokeninfo, but an according object is not available",
                "token               | k | Policy 'p 1' has conditions on tokens, but a token object is not available",
                "HTTP Request header | k | Policy 'p 1' has conditions on headers 'k', but HTTP headers are not available",
                "HTTP Environment    | k | Policy 'p 1' has conditions on environment 'k', but HTTP environment is not available",
                "container           | k | Policy 'p 1' has condition with unknown section",
                "Userinfo            | k | Policy 'p 1' has condition with unknown section"
            })
    void refusesWithoutWhatItIsAbout(String section, String key, String message) {
        assertThatThrownBy(() -> holds(ConditionFacts.NONE, section, key, "equals", "x"))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userinfo            | K       | Unknown key in the userinfo conditions of policy 'p 1'",
                "tokeninfo           | K       | Unknown key in the tokeninfo conditions of policy 'p 1'",
                "token               | K       | Unknown key in the token conditions of policy 'p 1'",
                "HTTP Request header | K       | Unknown HTTP header key referenced in condition of policy 'p 1': 'K'",
                "HTTP Request header | X-Empty | Unknown HTTP header key referenced in condition of policy 'p 1': 'X-Empty'",
                "HTTP Environment    | K       | Unknown HTTP environment key referenced in condition of policy 'p 1': 'K'"
            })
    void refusesAKeyThatIsNotThere(String section, String key, String message) {
        assertThatThrownBy(() -> holds(ALL, section, key, "!equals", "x"))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userinfo            | department     | Invalid comparison in the userinfo conditions of policy 'p 1'",
                "tokeninfo           | kind           | Invalid comparison in the tokeninfo conditions of policy 'p 1'",
                "token               | tokentype      | Invalid comparison in the 'token' conditions of policy 'p 1'",
                "HTTP Request header | User-Agent     | Invalid comparison in the HTTP header conditions of policy 'p 1'",
                "HTTP Environment    | REQUEST_METHOD | Invalid comparison in the HTTP environment conditions of policy 'p 1'"
            })
    void refusesWhatCannotBeCompared(String section, String key, String message) {
        for (String comparator : List.of("<", "contains", "!contains", "~", "")) {
            assertThatThrownBy(() -> holds(ALL, section, key, comparator, "2"))
                    .isInstanceOf(PolicyRefusal.class)
                    .hasMessage(message);
        }
    }

    @Test
    void aUserWithoutANameHasNoKeys() {
        assertThatThrownBy(() -> holds(SampleFacts.ofUser(Map.of()), "userinfo", "department", "equals", "it"))
                .hasMessage("Unknown key in the userinfo conditions of policy 'p 1'");
    }

    @Test
    void aKeyWithoutAValueIsThere() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("description", null);

        assertThat(holds(SampleFacts.ofToken(fields, Map.of()), "token", "description", "equals", ""))
                .isFalse();
        assertThat(holds(SampleFacts.ofToken(fields, Map.of()), "token", "description", "<", "1"))
                .isTrue();
    }

    @Test
    void refusalsOfPoliciesHaveTheirCode() {
        assertThatThrownBy(() -> holds(ALL, "nothing", "", "", ""))
                .isInstanceOfSatisfying(PolicyRefusal.class, refusal -> {});
    }
}
