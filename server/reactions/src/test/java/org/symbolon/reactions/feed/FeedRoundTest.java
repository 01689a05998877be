package org.symbolon.reactions.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.feed.FactStream;
import org.symbolon.query.feed.PublicFact;

/** How a feed goes on, whatever its receiver does. */
class FeedRoundTest {

    private static final FeedTimes TIMES = new FeedTimes(
            Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(5), 3);

    private final List<PublicFact> stream = new ArrayList<>();
    private final FakeJournal journal = new FakeJournal();
    private final Receiver receiver = new Receiver();
    private final AtomicLong nanos = new AtomicLong();
    private int rings;

    /** Refuses what it is told to, and remembers the rest. */
    private static final class Receiver implements FeedReceiver {

        private final List<List<Long>> batches = new ArrayList<>();
        private final Set<Long> refused = new HashSet<>();
        private boolean away;
        private Duration rest = Duration.ZERO;
        private Runnable afterwards = () -> {};

        @Override
        public String type() {
            return "test";
        }

        @Override
        public void send(FeedTarget target, List<FedFact> facts) throws FeedRefusedException, FeedTroubleException {
            if (away) {
                throw new FeedTroubleException("it is away");
            }
            if (facts.stream().anyMatch(fact -> refused.contains(fact.position()))) {
                throw new FeedRefusedException("it does not like that");
            }
            batches.add(facts.stream().map(FedFact::position).toList());
            afterwards.run();
        }

        @Override
        public Duration rest() {
            return rest;
        }

        private List<Long> taken() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    private FactStream facts() {
        return new FactStream() {

            @Override
            public Page after(long position, int most) {
                List<PublicFact> found = stream.stream()
                        .filter(fact -> fact.position() > position)
                        .limit(most)
                        .toList();
                return new Page(
                        found,
                        found.isEmpty() ? position : found.get(found.size() - 1).position());
            }

            @Override
            public long newest() {
                return stream.size();
            }

            @Override
            public Map<String, Set<String>> realmsAt(Set<String> serials, long position) {
                return Map.of();
            }

            @Override
            public Bell bell() {
                return new Bell() {
                    @Override
                    public void await(Duration patience) {
                        rings++;
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }

    private void happen(String name, long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(position -> stream.add(
                        new PublicFact("id" + position, position, name, Instant.EPOCH, "", Map.of(), Map.of())));
    }

    private FeedRound round(String... options) {
        Map<String, Secret> all = new HashMap<>(Map.of("batch", Secret.of("4")));
        for (int index = 0; index < options.length; index += 2) {
            all.put(options[index], Secret.of(options[index + 1]));
        }
        FeedRound round = new FeedRound(
                new FeedTarget(1, "one", "test", all), receiver, facts(), journal, TIMES, "urn:test", nanos::get);
        assertThat(round.take()).isTrue();
        return round;
    }

    /** Answers the pauses. */
    private List<Duration> run(FeedRound round) throws InterruptedException {
        List<Duration> pauses = new ArrayList<>();
        int before = rings;
        for (int count = 0; count < 200 && rings == before; count++) {
            Duration pause = round.once(facts().bell());
            if (!pause.isZero()) {
                pauses.add(pause);
            }
        }
        return pauses;
    }

    private static Long[] upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
    }

    @Test
    void allIsSentInOrderInBatchesAndNotedAfterwards() throws Exception {
        happen("OtpAccepted", 1, 10);

        run(round());

        assertThat(receiver.batches)
                .containsExactly(List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 7L, 8L), List.of(9L, 10L));
        assertThat(journal.position).isEqualTo(10);
    }

    @Test
    void aReceiverThatABatchCostsMuchIsSpared() throws Exception {
        happen("OtpAccepted", 1, 6);
        receiver.rest = Duration.ofSeconds(1);

        assertThat(run(round())).as("after the one that is not full").containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void whatIsNotWantedIsPassedOverAndYetNoted() throws Exception {
        happen("OtpAccepted", 1, 9);
        happen("TokenEnrolled", 10, 10);
        happen("OtpAccepted", 11, 20);

        run(round("kinds", "Token*"));

        assertThat(receiver.taken()).containsExactly(10L);
        assertThat(journal.position).isEqualTo(20);
    }

    @Test
    void aReceiverThatIsAwayIsWaitedForLongerAndLongerAndLosesNothing() throws Exception {
        happen("OtpAccepted", 1, 6);
        FeedRound round = round();
        receiver.away = true;

        List<Duration> pauses = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            pauses.add(round.once(facts().bell()));
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        assertThat(journal.position).isZero();

        receiver.away = false;
        assertThat(run(round)).isEmpty();
        assertThat(receiver.taken()).containsExactly(upTo(6));
        assertThat(journal.failures).isZero();
        assertThat(journal.aside).isEmpty();
    }

    @Test
    void aFactThatNobodyTakesIsPutAsideAndAllOthersAreSentOnce() throws Exception {
        happen("OtpAccepted", 1, 12);
        receiver.refused.addAll(Set.of(3L, 8L));

        List<Duration> pauses = run(round());

        assertThat(receiver.taken()).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 9L, 10L, 11L, 12L);
        assertThat(journal.aside).containsOnlyKeys(3L, 8L);
        assertThat(pauses).as("two tries more of each").hasSize(4);
        assertThat(journal.position).isEqualTo(12);
    }

    @Test
    void whatWasPutAsideIsSentAgainWhenSomebodyWantsIt() throws Exception {
        happen("OtpAccepted", 1, 5);
        journal.position = 5;
        journal.again.put(2L, "before");
        journal.again.put(4L, "before");
        receiver.refused.add(4L);

        run(round());

        assertThat(receiver.taken()).containsExactly(2L);
        assertThat(journal.again).isEmpty();
        assertThat(journal.aside).containsOnlyKeys(4L);
        assertThat(journal.position).isEqualTo(5);
    }

    @Test
    void whatSomebodyHasMovedGoesOnFromThere() throws Exception {
        happen("OtpAccepted", 1, 8);
        FeedRound round = round();
        receiver.afterwards = () -> {
            journal.position = 6;
            receiver.afterwards = () -> {};
        };
        round.once(facts().bell());
        assertThat(journal.position).as("what was sent meanwhile is not noted").isEqualTo(6);

        assertThat(round.keep()).isTrue();
        run(round);

        assertThat(receiver.taken()).containsExactly(1L, 2L, 3L, 4L, 7L, 8L);
    }

    @Test
    void aNodeThatHasLostTheFeedKnowsItAtTheNextLook() throws Exception {
        happen("OtpAccepted", 1, 8);
        FeedRound round = round();
        assertThat(round.keep()).isTrue();
        receiver.afterwards = () -> journal.heldByAnother = true;

        round.once(facts().bell());

        assertThat(round.keep()).isFalse();
        assertThat(journal.position).isZero();
    }

    @Test
    void aHoldIsRenewedNowAndThen() {
        FeedRound round = round();
        journal.heldByAnother = true;
        nanos.set(TIMES.renewal().toNanos() - 1);
        assertThat(round.keep()).as("nobody is asked yet").isTrue();

        nanos.set(TIMES.renewal().toNanos());
        assertThat(round.keep()).isFalse();
    }
}
