package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.user.MailRecoveryCode.Mailed;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;

class RecoveryMailCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Stage stage = new Stage();
    private int pending;
    private List<Integer> expired = List.of();

    RecoveryMailCommandsTest() {
        PasswordResetCommands resets =
                new PasswordResetCommands(stage.repository(PasswordReset.class), new Known(), CLOCK);
        Effects effects = new Effects(stage.repository(PlannedEffect.class), new FakeVault(), Chance.counting());
        stage.handler(resets).handler(new RecoveryMailCommands(resets, new Known(), effects, CLOCK));
    }

    /** So many codes, with the numbers from 1 on. */
    private final class Known implements PasswordResets {

        @Override
        public List<Pending> pending(String username, String realm) {
            assertThat(username + "@" + realm).isEqualTo("emma@example");
            return IntStream.rangeClosed(1, pending)
                    .mapToObj(number -> new Pending(number, "hash"))
                    .toList();
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

    private static MailRecoveryCode mailing() {
        Secret code = Secret.of("the code");
        return new MailRecoveryCode(
                new IssueRecoveryCode("hash", "emma", "example", "", null, IssueRecoveryCode.VALIDITY),
                RecoveryMail.of("post", "emma@example.org", "emma", code));
    }

    @Test
    void theCodeIsKeptAndItsMailPlannedAtOnce() {
        Mailed mailed = (Mailed) stage.when(mailing());

        assertThat(mailed.number()).isEqualTo(7);
        assertThat(stage.facts()).hasSize(2);
        assertThat(stage.facts().get(0)).isInstanceOf(RecoveryCodeIssued.class);
        assertThat(stage.facts().get(1)).isInstanceOfSatisfying(EffectPlanned.class, planned -> {
            assertThat(planned.effectId()).isEqualTo(mailed.effectId());
            assertThat(planned.kind()).isEqualTo(SendMail.KIND);
            assertThat(planned.awaited()).isTrue();
            assertThat(planned.until()).isEqualTo(NOW.plusSeconds(30));
        });
    }

    @Test
    void theMailSaysWhoseCodeItIs() {
        assertThat(mailing().mail().content().get("text").reveal())
                .contains("emma")
                .contains("the code");
        assertThat(mailing().mail().content().get("recipient").reveal()).isEqualTo("emma@example.org");
    }

    @Test
    void noMoreThanAFewCodesAreGoodAtATime() {
        pending = RecoveryMailCommands.MOST;

        assertThatThrownBy(() -> stage.when(mailing()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.TOO_MANY));
        assertThat(stage.facts()).isEmpty();
        expired = List.of(2);
        assertThat(stage.when(mailing())).isInstanceOf(Mailed.class);
    }

    @Test
    void aCodeThatWasNotMailedIsWithdrawnOnce() {
        stage.given(new RecoveryCodeIssued(3, "hash", "emma", "example", "", null, NOW.plusSeconds(9)));

        stage.when(new WithdrawRecoveryCode(3));

        assertThat(stage.facts()).containsExactly(new RecoveryCodeExpired(3));
        assertThat(stage.when(new UseRecoveryCodes(List.of(3)))).isEqualTo(false);
        stage.when(new WithdrawRecoveryCode(3));
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aCodeThatWasUsedMeanwhileIsNotWithdrawn() {
        stage.given(
                new RecoveryCodeIssued(3, "hash", "emma", "example", "", null, NOW.plusSeconds(9)),
                new RecoveryCodeUsed(3));

        stage.when(new WithdrawRecoveryCode(3));

        assertThat(stage.facts()).isEmpty();
    }
}
