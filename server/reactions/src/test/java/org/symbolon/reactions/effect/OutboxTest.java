package org.symbolon.reactions.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.reactions.effect.OutboxWorld.until;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.reactions.effect.OutboxWorld.Node;

class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OutboxWorld world = new OutboxWorld();
    private final FakeOutside mail = new FakeOutside("mail");
    private final FakeOutside sms = new FakeOutside("sms");

    @AfterEach
    void close() {
        world.close();
    }

    private boolean happened(Object fact) {
        return world.facts().contains(fact);
    }

    @Test
    void theNodeThatPlannedAnEffectCarriesItOutAtOnce() {
        String effectId = world.node(mail).plan(Note.of("mail", "hello"));

        until(() -> happened(new EffectCarriedOut(effectId)));

        assertThat(mail.ids()).containsExactly(effectId);
        assertThat(world.vault.keys()).isEmpty();
        until(() -> world.leased().isEmpty());
    }

    @Test
    void whoeverWaitsIsToldThatItWasCarriedOut() {
        Node node = world.node(mail);

        String effectId = node.planAwaited(Note.of("mail", "hello"));

        assertThat(node.outcomes.await(effectId, PATIENCE)).isEqualTo(new EffectOutcome.CarriedOut());
        assertThat(happened(new EffectCarriedOut(effectId))).isTrue();
    }

    @Test
    void whoeverWaitsIsToldWhyItFailedInWordsWithoutTheContent() {
        mail.answering(order -> {
            throw EffectFailedException.forGood(
                    "550 " + order.content().get("words").reveal());
        });
        Node node = world.node(mail);

        String effectId = node.planAwaited(Note.of("mail", "the value is 755224"));

        assertThat(node.outcomes.await(effectId, PATIENCE)).isEqualTo(new EffectOutcome.Failed("550 ***"));
        assertThat(happened(new EffectGivenUp(effectId, 1, "550 ***"))).isTrue();
        assertThat(world.vault.keys()).isEmpty();
    }

    @Test
    void whoeverWaitsForAHangingOutsideGetsHisThreadBackAndTheEffectGoesOn() {
        CountDownLatch answers = new CountDownLatch(1);
        mail.answering(order -> await(answers));
        Node node = world.node(mail);
        String effectId = node.planAwaited(Note.of("mail", "hello"));

        assertThat(node.outcomes.await(effectId, Duration.ofMillis(50))).isEqualTo(new EffectOutcome.NotInTime());

        answers.countDown();
        until(() -> happened(new EffectCarriedOut(effectId)));
    }

    @Test
    void nobodyKnowsHowAnEffectWentThatWasNotToBeAwaited() {
        Node node = world.node(mail);
        String effectId = node.plan(Note.of("mail", "hello"));

        assertThat(node.outcomes.await(effectId, PATIENCE)).isEqualTo(new EffectOutcome.NotInTime());
    }

    @Test
    void aFailureThatNobodyForesawTellsNothingOfTheContent() {
        mail.answering(order -> {
            throw new IllegalStateException(
                    "cannot read " + order.content().get("words").reveal());
        });
        Node node = world.node(mail);

        String effectId = node.planAwaited(Note.of("mail", "755224"));

        assertThat(node.outcomes.await(effectId, PATIENCE))
                .isEqualTo(new EffectOutcome.Failed("unexpected: IllegalStateException"));
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndGivenUpInTheEnd() {
        mail.answering(order -> {
            throw EffectFailedException.forNow("nobody answered");
        });
        Node node = world.node(mail);
        String effectId = node.plan(Note.of("mail", "hello"));
        List<Duration> pauses = new ArrayList<>();
        until(() -> failures() == 1);
        while (world.facts().stream().noneMatch(EffectGivenUp.class::isInstance)) {
            EffectAttemptFailed last = (EffectAttemptFailed) world.facts().get(pauses.size() + 1);
            pauses.add(Duration.between(world.clock.instant(), last.nextAttempt()));
            world.clock.pass(pauses.get(pauses.size() - 1).minusMillis(1));
            lookAndWait(node);
            assertThat(mail.ids()).as("too early").hasSize(pauses.size());
            world.clock.pass(Duration.ofMillis(1));
            lookAndWait(node);
            until(() -> failures() == pauses.size() + 1);
        }
        assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pauses).isSorted().hasSizeBetween(13, 18).endsWith(Duration.ofMinutes(144));
        assertThat(mail.ids()).containsOnly(effectId).hasSize(pauses.size() + 1);
        assertThat(world.vault.keys()).isEmpty();
    }

    private long failures() {
        return world.facts().stream()
                .filter(fact -> fact instanceof EffectAttemptFailed || fact instanceof EffectGivenUp)
                .count();
    }

    private void lookAndWait(Node node) {
        until(() -> world.leased().isEmpty());
        node.outbox.look();
        until(() -> world.leased().isEmpty());
    }

    @Test
    void aHangingKindHoldsUpNoOther() {
        mail.answering(FakeOutside::hang);
        Node node = world.node(mail, sms);
        for (int count = 0; count < 300; count++) {
            node.plan(Note.of("mail", "hello"));
        }

        String effectId = node.planAwaited(Note.of("sms", "hello"));

        assertThat(node.outcomes.await(effectId, PATIENCE)).isEqualTo(new EffectOutcome.CarriedOut());
        until(() -> mail.ids().size() == mail.atOnce());
        assertThat(world.leased()).as("what finds no place is left to others").hasSize(200 + mail.atOnce());
    }

    @Test
    void anAttemptThatTakesTooLongIsInterruptedAndFails() {
        mail.answering(FakeOutside::hang);
        Node node = world.node(mail);
        String effectId = node.plan(Note.of("mail", "hello"));
        until(() -> mail.ids().size() == 1);

        node.outbox.look();
        assertThat(failures()).isZero();
        world.clock.pass(Duration.ofMinutes(3));
        node.outbox.look();

        until(() -> failures() == 1);
        assertThat(world.facts().get(1)).isInstanceOfSatisfying(EffectAttemptFailed.class, failed -> {
            assertThat(failed.effectId()).isEqualTo(effectId);
            assertThat(failed.reason()).isEqualTo("interrupted");
        });
    }

    @Test
    void whatAnotherProgramPlannedIsFoundByLooking() {
        Node node = world.node(mail);
        String effectId = world.planElsewhere(Note.of("mail", "hello"));
        assertThat(mail.ids()).isEmpty();

        world.clock.pass(Duration.ofSeconds(1));
        node.outbox.look();

        until(() -> happened(new EffectCarriedOut(effectId)));
    }

    @Test
    void whatWasCarriedOutButCouldNotBeWrittenDownIsWrittenDownLaterAndNotCarriedOutAgain() {
        Node node = world.node(mail);
        mail.answering(order -> node.cutOff(true));
        String effectId = node.planAwaited(Note.of("mail", "hello"));
        assertThat(node.outcomes.await(effectId, PATIENCE)).isEqualTo(new EffectOutcome.CarriedOut());
        assertThat(happened(new EffectCarriedOut(effectId))).isFalse();

        node.cutOff(false);
        world.clock.pass(Duration.ofSeconds(20));
        node.outbox.look();

        assertThat(happened(new EffectCarriedOut(effectId))).isTrue();
        assertThat(mail.ids()).containsExactly(effectId);
        assertThat(world.leased()).isEmpty();
    }

    @Test
    void aNodeThatDiedBeforeItWroteDownWhatItDidIsFollowedByAnotherWithTheSameKey() {
        Node dying = world.node(mail);
        mail.answering(order -> dying.cutOff(true));
        String effectId = dying.planAwaited(Note.of("mail", "hello"));
        dying.outcomes.await(effectId, PATIENCE);
        mail.answering(order -> {});
        Node other = world.node(mail);

        world.clock.pass(Duration.ofSeconds(29));
        other.outbox.look();
        assertThat(mail.ids()).as("the lease still holds").containsExactly(effectId);
        world.clock.pass(Duration.ofSeconds(2));
        other.outbox.look();

        until(() -> happened(new EffectCarriedOut(effectId)));
        assertThat(mail.ids()).containsExactly(effectId, effectId);
    }

    @Test
    void severalNodesCarryOutEachEffectOnce() {
        List<Node> nodes = List.of(world.node(mail), world.node(mail), world.node(mail));
        List<String> planned = Collections.synchronizedList(new ArrayList<>());
        for (int count = 0; count < 200; count++) {
            planned.add(
                    count % 4 == 3
                            ? world.planElsewhere(Note.of("mail", "hello"))
                            : nodes.get(count % 4).plan(Note.of("mail", "hello")));
        }
        world.clock.pass(Duration.ofSeconds(1));

        until(() -> {
            nodes.forEach(node -> node.outbox.look());
            return planned.stream().allMatch(effectId -> happened(new EffectCarriedOut(effectId)));
        });

        assertThat(mail.ids()).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void aServerThatStopsLetsWhatIsUnderWayEndAndLeavesTheRestToOthers() {
        CountDownLatch answers = new CountDownLatch(1);
        mail.answering(order -> await(answers));
        sms.answering(FakeOutside::hang);
        Node stopping = world.node(mail, sms);
        String ending = stopping.plan(Note.of("mail", "hello"));
        String hanging = stopping.plan(Note.of("sms", "hello"));
        until(() -> mail.ids().size() + sms.ids().size() == 2);
        answers.countDown();

        stopping.outbox.stop();

        assertThat(happened(new EffectCarriedOut(ending))).isTrue();
        assertThat(failures()).as("that the server stops is nobody's failure").isZero();
        assertThat(world.leased()).isEmpty();
        sms.answering(order -> {});
        world.clock.pass(Duration.ofSeconds(1));
        world.node(mail, sms).outbox.look();
        until(() -> happened(new EffectCarriedOut(hanging)));
        assertThat(sms.ids()).containsExactly(hanging, hanging);
    }

    @Test
    void twoReactionsOfOneKindStopTheStart() {
        assertThatThrownBy(() -> world.node(mail, new FakeOutside("mail"))).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
