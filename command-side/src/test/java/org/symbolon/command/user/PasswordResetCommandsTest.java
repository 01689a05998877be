package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;

class PasswordResetCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44Z");
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final Instant EARLIER = NOW.minusSeconds(1);

    private final Stage stage = new Stage();
    private List<Integer> expired = List.of();

    PasswordResetCommandsTest() {
        stage.handler(new PasswordResetCommands(
                stage.repository(PasswordReset.class), new Known(), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private final class Known implements PasswordResets {

        @Override
        public List<Pending> pending(String username, String realm) {
            throw new AssertionError("No command asks for hashes");
        }

        @Override
        public List<Integer> expired(Instant now) {
            assertThat(now).isEqualTo(NOW);
            return expired;
        }

        @Override
        public int nextNumber() {
            return 7;
        }
    }

    private static RecoveryCodeIssued issued(int number, Instant expiresAt) {
        return new RecoveryCodeIssued(number, "hash", "emma", "example", "", null, expiresAt);
    }

    private Object use(Integer... numbers) {
        return stage.when(new UseRecoveryCodes(List.of(numbers)));
    }

    @Test
    void ofACodeTheHashIsKept() {
        IssueRecoveryCode command =
                new IssueRecoveryCode("hash", "emma", "example", "staff", "e@x", Duration.ofSeconds(90));

        assertThat(stage.when(command)).isEqualTo(7);
        assertThat(stage.facts())
                .containsExactly(
                        new RecoveryCodeIssued(7, "hash", "emma", "example", "staff", "e@x", NOW.plusSeconds(90)));
    }

    @Test
    void aCodeIsUsedOnce() {
        stage.given(issued(3, LATER));

        assertThat(use(3)).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new RecoveryCodeUsed(3));
        assertThat(use(3)).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void everyCodeThatMatchesIsUsed() {
        stage.given(issued(3, LATER), issued(4, LATER), issued(5, LATER), new RecoveryCodeUsed(5));

        assertThat(use(5, 4, 3)).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new RecoveryCodeUsed(3), new RecoveryCodeUsed(4));
    }

    @Test
    void aWrongCodeUsesNone() {
        stage.given(issued(3, LATER));

        assertThat(use()).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aCodeIsGoodUntilItsTimeHasPassed() {
        stage.given(issued(3, NOW), issued(4, EARLIER));

        assertThat(use(3)).isEqualTo(true);
        assertThat(use(4)).isEqualTo(false);
        assertThat(stage.facts()).containsExactly(new RecoveryCodeExpired(4));
    }

    @Test
    void withEachCheckGoesWhatHasExpired() {
        stage.given(issued(3, EARLIER), issued(4, LATER), issued(5, EARLIER), issued(6, LATER));
        expired = List.of(3, 5);

        assertThat(use(4)).isEqualTo(true);
        assertThat(stage.facts())
                .containsExactly(new RecoveryCodeExpired(3), new RecoveryCodeUsed(4), new RecoveryCodeExpired(5));
    }

    @Test
    void whatWasRemovedAlreadyIsNotRemovedAgain() {
        stage.given(issued(3, EARLIER), new RecoveryCodeExpired(3), issued(4, EARLIER), new RecoveryCodeUsed(4));
        expired = List.of(3, 4);

        assertThat(use()).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String name = "n".repeat(65);
        Duration hour = IssueRecoveryCode.VALIDITY;

        refuses("user", 64, new IssueRecoveryCode("hash", name, "example", "", null, hour));
        refuses("realm", 64, new IssueRecoveryCode("hash", "emma", name, "", null, hour));
        refuses("resolver", 64, new IssueRecoveryCode("hash", "emma", "example", name, null, hour));
        refuses("email", 255, new IssueRecoveryCode("hash", "emma", "example", "", "e".repeat(256), hour));
    }

    private void refuses(String parameter, int most, Object command) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter '" + parameter + "' must not be longer than " + most + " characters");
        assertThat(stage.facts()).isEmpty();
    }
}
