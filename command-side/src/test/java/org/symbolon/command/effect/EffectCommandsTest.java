package org.symbolon.command.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.command.caconnector.RevokeCertificates;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.shared.Secret;

class EffectCommandsTest {

    private static final EffectCause CAUSE = new EffectCause("PIEM0001", "0123");
    private static final Greeting GREETING =
            new Greeting("server", Secret.of("emma@example.com"), Secret.of("the value is 755224"));
    private static final String KEY = "new-key-1";

    private final Stage stage = new Stage();
    private final FakeVault vault = new FakeVault();
    private final MovingClock clock = new MovingClock();
    private final Effects effects = new Effects(stage.repository(PlannedEffect.class), vault, Chance.counting());

    EffectCommandsTest() {
        stage.handler(new EffectCommands(stage.repository(PlannedEffect.class), vault, Chance.seeded(1), clock))
                .handler(this);
    }

    private record Plan(boolean awaited, Instant until) {}

    @CommandHandler
    String handle(Plan command) {
        return command.awaited()
                ? effects.planAwaited(GREETING, CAUSE, command.until())
                : effects.plan(GREETING, CAUSE, command.until());
    }

    private record PlanInsisting() {}

    @CommandHandler
    String handle(PlanInsisting command) {
        return effects.planAwaited(new RevokeCertificates("CRT0001"), CAUSE, null);
    }

    @Test
    void whatInsistsIsTriedAgainThoughSomebodyWasToldOfTheFirstFailure() {
        String effectId = (String) stage.when(new PlanInsisting());

        assertThat((Optional<?>) stage.when(new RecordEffectFailure(effectId, "away", false)))
                .isPresent();
    }

    private String planned() {
        return (String) stage.when(new Plan(false, null));
    }

    @SuppressWarnings("unchecked")
    private Optional<EffectOrder> opened(String effectId) {
        return (Optional<EffectOrder>) stage.when(new OpenEffect(effectId));
    }

    private Instant failed(String effectId) {
        stage.when(new RecordEffectFailure(effectId, "nobody answered", false));
        return ((EffectAttemptFailed) stage.facts().get(0)).nextAttempt();
    }

    @Test
    void whatIsPlannedBecomesAFactWithItsContentSealedUnderAKeyOfItsOwn() {
        Instant until = Instant.parse("2026-11-30T12:00:00Z");

        Object effectId = stage.when(new Plan(true, until));

        assertThat(effectId).isEqualTo("00010203-0405-4607-8809-0a0b0c0d0e0f");
        assertThat(stage.facts())
                .containsExactly(new EffectPlanned(
                        "00010203-0405-4607-8809-0a0b0c0d0e0f",
                        "greeting",
                        Map.of("from", "server"),
                        Map.of(
                                "to", FakeVault.sealed(KEY, "emma@example.com"),
                                "words", FakeVault.sealed(KEY, "the value is 755224")),
                        CAUSE,
                        true,
                        until));
    }

    @Test
    void whatIsDueIsHandedOutWithItsContentAndShowsItToNoLog() {
        String effectId = planned();

        EffectOrder order = opened(effectId).orElseThrow();

        assertThat(order)
                .isEqualTo(new EffectOrder(effectId, "greeting", Map.of("from", "server"), GREETING.content(), 1));
        assertThat(order.toString()).doesNotContain("emma", "755224");
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void theKeyGoesWhenItIsCarriedOut() {
        String effectId = planned();

        stage.when(new RecordEffectCarriedOut(effectId));

        assertThat(stage.facts()).containsExactly(new EffectCarriedOut(effectId));
        assertThat(vault.forgotten()).containsExactly(KEY);
        assertThat(opened(effectId)).isEmpty();
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        String effectId = planned();
        stage.when(new RecordEffectCarriedOut(effectId));

        stage.when(new RecordEffectCarriedOut(effectId));
        assertThat(stage.facts()).isEmpty();
        stage.when(new RecordEffectFailure(effectId, "nobody answered", true));
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void anEffectThatNobodyPlannedIsNeverDue() {
        assertThat(opened("unknown")).isEmpty();
        stage.when(new RecordEffectCarriedOut("unknown"));
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void afterAFailureItIsDueAgainLaterAndKeepsItsKeyAndItsId() {
        String effectId = planned();

        Instant next = failed(effectId);

        assertThat(stage.facts()).containsExactly(new EffectAttemptFailed(effectId, 1, "nobody answered", next));
        assertThat(Duration.between(clock.instant(), next)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        assertThat(vault.forgotten()).isEmpty();
        assertThat(opened(effectId)).isEmpty();
        clock.pass(Duration.ofSeconds(7));
        assertThat(opened(effectId)).get().satisfies(again -> {
            assertThat(again.effectId()).isEqualTo(effectId);
            assertThat(again.attempt()).isEqualTo(2);
        });
    }

    @Test
    void pausesGrowFromSecondsToHoursUntilItIsGivenUpAfterADay() {
        String effectId = planned();
        List<Duration> pauses = new ArrayList<>();
        stage.when(new RecordEffectFailure(effectId, "nobody answered", false));
        while (stage.facts().get(0) instanceof EffectAttemptFailed failed) {
            Duration pause =
                    Duration.between(clock.instant(), failed.nextAttempt()).plusMillis(500);
            pauses.add(pause);
            clock.pass(pause);
            stage.when(new RecordEffectFailure(effectId, "nobody answered", false));
        }
        assertThat(pauses.get(0)).isLessThan(Duration.ofSeconds(7));
        assertThat(pauses).hasSizeBetween(13, 18).allMatch(pause -> pause.compareTo(Duration.ofHours(4)) < 0);
        assertThat(pauses.subList(0, 8)).isSorted();
        assertThat(stage.facts()).containsExactly(new EffectGivenUp(effectId, pauses.size() + 1, "nobody answered"));
        assertThat(vault.forgotten()).containsExactly(KEY);
    }

    @Test
    void whatWouldFailAgainIsGivenUpAtOnce() {
        String effectId = planned();

        stage.when(new RecordEffectFailure(effectId, "no such recipient", true));

        assertThat(stage.facts()).containsExactly(new EffectGivenUp(effectId, 1, "no such recipient"));
        assertThat(vault.forgotten()).containsExactly(KEY);
    }

    @Test
    void whatIsOfNoUseAnyMoreIsGivenUpAndNotHandedOut() {
        String effectId = (String) stage.when(new Plan(false, clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofSeconds(61));

        assertThat(opened(effectId)).isEmpty();

        assertThat(stage.facts()).containsExactly(new EffectGivenUp(effectId, 0, "it came too late to be of use"));
        assertThat(vault.forgotten()).containsExactly(KEY);
    }

    @Test
    void noAttemptIsPlannedForATimeWhenItIsOfNoUse() {
        String effectId = (String) stage.when(new Plan(false, clock.instant().plusSeconds(2)));

        stage.when(new RecordEffectFailure(effectId, "nobody answered", false));

        assertThat(stage.facts()).containsExactly(new EffectGivenUp(effectId, 1, "nobody answered"));
    }

    @Test
    void whatWasErasedMeanwhileIsGivenUp() {
        String effectId = planned();
        vault.forget(KEY);

        assertThat(opened(effectId)).isEmpty();

        assertThat(stage.facts())
                .containsExactly(new EffectGivenUp(effectId, 0, "its content was erased, or is not its own"));
    }

    @Test
    void aLongReasonIsCut() {
        String effectId = planned();

        stage.when(new RecordEffectFailure(effectId, "\ud83d\ude00".repeat(300), true));

        assertThat(stage.facts()).singleElement(type(EffectGivenUp.class)).satisfies(fact -> assertThat(fact.reason())
                .isEqualTo("\ud83d\ude00".repeat(255)));
    }

    @Test
    void whatSomebodyOutsideSaidIsCensored() {
        EffectOrder order = new EffectOrder("id", "greeting", Map.of(), GREETING.content(), 1);

        assertThat(order.censored("550 emma@example.com: no such mailbox")).isEqualTo("550 ***: no such mailbox");
    }
}
