package org.symbolon.command.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.CauseEffects;
import org.symbolon.command.eventhandler.HandlerEffectCommands;
import org.symbolon.command.eventhandler.effect.NotificationFile;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.events.effect.EffectDropped;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectRetried;
import org.symbolon.events.shared.Secret;

/** What becomes of effects of event handlers that failed: their content is there until somebody has decided, or a week is over. */
class KeptEffectCommandsTest {

    private static final int HANDLER = 3;
    private static final NotificationFile FILE = new NotificationFile(Secret.of("emma"), Secret.of("text"));

    private final Stage stage = new Stage();
    private final FakeVault vault = new FakeVault();
    private final MovingClock clock = new MovingClock();
    private final List<String> old = new ArrayList<>();

    KeptEffectCommandsTest() {
        stage.handler(new EffectCommands(stage.repository(PlannedEffect.class), vault, Chance.seeded(1), clock))
                .handler(new HandlerEffectCommands(
                        new Effects(stage.repository(PlannedEffect.class), vault, Chance.counting())))
                .handler(new KeptEffectCommands(stage.repository(PlannedEffect.class), moment -> old, vault, clock));
    }

    private String caused() {
        List<?> ids = (List<?>) stage.when(new CauseEffects(HANDLER, List.of(new CauseEffects.Caused(FILE, "TOTP1"))));
        return (String) ids.get(0);
    }

    private String givenUp() {
        String effectId = caused();
        stage.when(new RecordEffectFailure(effectId, "refused", true));
        assertThat(stage.facts()).containsExactly(new EffectGivenUp(effectId, 1, "refused"));
        return effectId;
    }

    private Optional<?> opened(String effectId) {
        return (Optional<?>) stage.when(new OpenEffect(effectId));
    }

    @Test
    void whatWasGivenUpIsHandedOutAgainWhenItIsRetried() {
        String effectId = givenUp();
        assertThat(opened(effectId)).isEmpty();
        assertThat(vault.forgotten()).isEmpty();

        stage.when(new RetryEffect(HANDLER, effectId));

        assertThat(stage.facts()).containsExactly(new EffectRetried(effectId));
        EffectOrder order = (EffectOrder) opened(effectId).orElseThrow();
        assertThat(NotificationFile.of(order)).isEqualTo(FILE);
        assertThat(order.attempt()).isEqualTo(1);
    }

    @Test
    void whatIsToBeTriedAgainLaterMayBeTriedNow() {
        String effectId = caused();
        assertThatThrownBy(() -> stage.when(new RetryEffect(HANDLER, effectId))).isInstanceOf(Refusal.class);
        stage.when(new RecordEffectFailure(effectId, "away", false));
        assertThat(opened(effectId)).isEmpty();

        stage.when(new RetryEffect(HANDLER, effectId));

        assertThat(opened(effectId)).isPresent();
    }

    @Test
    void whatIsDroppedIsGone() {
        String effectId = givenUp();

        stage.when(new DropEffect(HANDLER, effectId));

        assertThat(stage.facts()).containsExactly(new EffectDropped(effectId));
        assertThat(vault.forgotten()).isNotEmpty();
        assertThatThrownBy(() -> stage.when(new RetryEffect(HANDLER, effectId))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOldIsDroppedByItself() {
        String effectId = givenUp();
        old.addAll(List.of(effectId, "unknown"));

        stage.when(new DropOldEffects(7));

        assertThat(stage.facts()).containsExactly(new EffectDropped(effectId));
    }

    @Test
    void anotherHandlerHasNothingToDoWithIt() {
        String effectId = givenUp();

        assertThatThrownBy(() -> stage.when(new RetryEffect(4, effectId))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> stage.when(new DropEffect(4, effectId))).isInstanceOf(Refusal.class);
    }
}
