package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RecentRequests recent = new RecentRequests(Duration.ofNanos(10), 3, now::get);

    private static byte[] packet(int content) {
        return new byte[] {(byte) content};
    }

    @Test
    void oneAtWorkIsKnownAndHasNoAnswerYet() {
        assertThat(recent.begin("a")).isEmpty();
        assertThat(recent.begin("a")).hasValue(new byte[0]);
        assertThat(recent.begin("b")).isEmpty();
    }

    @Test
    void theAnswerOfBeforeIsGivenAgainForATime() {
        recent.begin("a");
        recent.answered("a", packet(7));

        now.addAndGet(10);
        assertThat(recent.begin("a")).hasValue(packet(7));
        now.addAndGet(1);
        assertThat(recent.begin("a")).isEmpty();
    }

    @Test
    void oneThatWasNotDecidedIsNew() {
        recent.begin("a");
        recent.forget("a");

        assertThat(recent.begin("a")).isEmpty();
    }

    @Test
    void theOldestAnswersGiveWay() {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            recent.begin(name);
            recent.answered(name, packet(1));
        }

        assertThat(recent.size()).isEqualTo(3);
        assertThat(recent.begin("a")).isEmpty();
        assertThat(recent.begin("d")).hasValue(packet(1));
    }
}
