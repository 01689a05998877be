package org.symbolon.command.tokentype.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

class SshkeyTypeTest {

    private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIEAMdLcdxEVZGuWbiSFVBHQXqm0oTRN0QYW3P0H5XbZY";

    private final SshkeyType type = new SshkeyType();

    private TokenView token(EnrolmentStep step) {
        Map<String, Object> entries = new HashMap<>(step.state().entries());
        entries.put("ssh_key", new Sealed("key", "ssh_key"));
        return new TokenView(
                "SSHK1",
                6,
                10,
                1000,
                "",
                TypeState.of(null, entries),
                Map.of(),
                "",
                new TokenSecrets(() -> Secret.EMPTY, Optional::empty, (name, box) -> step.secrets()
                        .get(name)));
    }

    @Test
    void aKeyIsTakenApartAndPutTogetherAgain() {
        EnrolmentStep step = type.enrol(with("sshkey", "ssh-ed25519 " + KEY + " emma@example  of home "));

        assertThat(step.secrets()).isEqualTo(Map.of("ssh_key", Secret.of(KEY)));
        assertThat(step.state().entries())
                .isEqualTo(Map.of("ssh_type", "ssh-ed25519", "ssh_comment", "emma@example  of home"));
        assertThat(step.disclosures()).isEmpty();
        assertThat(type.authorizedKey(token(step))).isEqualTo("ssh-ed25519 " + KEY + " emma@example  of home");
        assertThat(type.authorizedKey(token(type.enrol(with("sshkey", "ssh-ed25519  " + KEY)))))
                .isEqualTo("ssh-ed25519 " + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a key", "", "ssh-dss AAAA", "ssh-ed25519x AAAA", "SSH-ED25519 AAAA"})
    void otherTypesAreRefused(String line) {
        assertThatThrownBy(() -> type.enrol(with("sshkey", line)))
                .hasMessage("The keytype you specified is not supported.");
    }

    @Test
    void aKeyMustBeThereAndOfItsType() {
        assertThatThrownBy(() -> type.enrol(with())).hasMessage("Missing parameter: 'sshkey'");
        assertThatThrownBy(() -> type.enrol(with("sshkey", "ssh-ed25519"))).hasMessage("Missing key.");
        for (String other : new String[] {"ssh-rsa " + KEY, "ssh-ed25519 AAAA", "ssh-ed25519 ??", "ssh-rsa"}) {
            assertThatThrownBy(() -> type.enrol(with("sshkey", other)))
                    .hasMessageMatching("The key is none of the type .*|Missing key.");
        }
    }

    @Test
    void nobodyBringsASecondLineAlong() {
        assertThatThrownBy(() -> type.enrol(with("sshkey", "ssh-ed25519 " + KEY + " home\nssh-rsa AAAA")))
                .hasMessage("Parameter 'sshkey' must be one line");
    }

    @Test
    void nobodyLogsInWithOne() {
        TokenView token = token(type.enrol(with("sshkey", "ssh-ed25519 " + KEY)));

        assertThat(type.isFor(token, Map.of())).isFalse();
        for (String typed : new String[] {"", KEY}) {
            assertThat(type.judge(
                            token,
                            Credential.of(Secret.of(typed)),
                            new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting())))
                    .isEqualTo(Judgement.WRONG);
        }
    }
}
