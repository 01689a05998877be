package org.symbolon.connectors.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void whoeverWaitsForWhatIsLeftFindsThatItIsOver() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofMillis(20));
        assertThat(deadline.isOver()).isFalse();

        Thread.sleep(deadline.millisLeft());

        assertThat(deadline.isOver()).isTrue();
        assertThat(deadline.millisLeft()).isEqualTo(1);
    }

    @Test
    void noExchangeTakesLongerThanTwoMinutes() {
        assertThat(Deadline.in(Duration.ofDays(86_400)).millisLeft()).isBetween(110_000, 120_001);
    }
}
