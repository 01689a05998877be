package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.user.RecoveryCodes.NewCode;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.events.shared.Secret;

class RecoveryCodesTest {

    private final FakeHasher hasher = new FakeHasher();
    private final RecoveryCodes codes = new RecoveryCodes(new EmmasCodes(), hasher, Chance.seeded(1));

    /** She has three, two of which are the same. */
    private static final class EmmasCodes implements PasswordResets {

        @Override
        public List<Pending> pending(String username, String realm) {
            if (!username.equals("emma") || !realm.equals("example")) {
                return List.of();
            }
            return List.of(new Pending(3, "hash of one"), new Pending(4, "hash of two"), new Pending(5, "hash of one"));
        }

        @Override
        public List<Integer> expired(Instant now) {
            throw new AssertionError("Whether a code has expired is decided in the command");
        }

        @Override
        public int nextNumber() {
            throw new AssertionError("A number is drawn in the command");
        }
    }

    private List<Integer> matching(String user, String realm, String code) {
        return codes.check(user, realm, Secret.of(code)).matching();
    }

    @Test
    void aCodeHas24LettersAndDigitsAndIsGoodForAnHour() {
        NewCode made = codes.make("emma", "example");

        assertThat(made.code().reveal()).matches("[A-Za-z0-9]{24}");
        assertThat(made.command())
                .isEqualTo(new IssueRecoveryCode(
                        "hash of " + made.code().reveal(), "emma", "example", "", null, Duration.ofHours(1)));
        assertThat(codes.make("emma", "example").code()).isNotEqualTo(made.code());
    }

    @Test
    void neitherTheCodeNorItsHashIsPrinted() {
        NewCode made = codes.make("emma", "example");

        assertThat(made.toString())
                .contains("emma")
                .doesNotContain(made.code().reveal())
                .doesNotContain("hash of");
    }

    @Test
    void everyCodeOfTheUserThatIsWhatHeBroughtMatches() {
        assertThat(matching("emma", "example", "one")).containsExactly(3, 5);
        assertThat(matching("emma", "example", "two")).containsExactly(4);
        assertThat(matching("emma", "example", "three")).isEmpty();
        assertThat(matching("emma", "elsewhere", "one")).isEmpty();
    }

    @Test
    void whoHasNoCodeIsNotRefusedSooner() {
        assertThat(matching("nobody", "example", "one")).isEmpty();
        assertThat(hasher.pretended()).isEqualTo(1);
    }
}
