package org.symbolon.connectors.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.connectors.network.WaitingRoom;
import org.symbolon.events.shared.Secret;

class BoundedRadiusClientTest {

    private static final RadiusAnswer YES = new RadiusAnswer.Accepted("");

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final BoundedRadiusClient client = new BoundedRadiusClient(this::waitFor, new WaitingRoom(2, 3));

    private RadiusAnswer waitFor(RadiusPeer peer, RadiusRequest request) {
        if (peer.host().equals("broken")) {
            throw new RadiusUnavailableException("broken", 1, "is broken");
        }
        begun.release();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return YES;
    }

    @AfterEach
    void finish() {
        end.countDown();
    }

    private RadiusAnswer ask(String host) {
        return client.ask(
                new RadiusPeer(host, 1, Secret.of("s"), Duration.ofSeconds(1), 1, false),
                new RadiusRequest("emma", Secret.of("p"), "symbolon", Optional.empty()));
    }

    private CompletableFuture<RadiusAnswer> waiting(String host) throws InterruptedException {
        CompletableFuture<RadiusAnswer> answer = new CompletableFuture<>();
        new Thread(() -> answer.complete(ask(host)), "waits-for-" + host).start();
        begun.acquire();
        return answer;
    }

    @Test
    void whoeverComesWhenTooManyWaitIsToldAtOnce() throws InterruptedException {
        CompletableFuture<RadiusAnswer> first = waiting("slow");
        CompletableFuture<RadiusAnswer> second = waiting("slow");

        assertThatThrownBy(() -> ask("slow"))
                .isInstanceOf(RadiusUnavailableException.class)
                .hasMessage("The RADIUS server slow:1 keeps too many waiting");
        CompletableFuture<RadiusAnswer> other = waiting("other");
        assertThatThrownBy(() -> ask("third")).isInstanceOf(RadiusUnavailableException.class);
        end.countDown();
        assertThat(first.join()).isEqualTo(YES);
        assertThat(second.join()).isEqualTo(YES);
        assertThat(other.join()).isEqualTo(YES);
        assertThat(ask("slow")).isEqualTo(YES);
    }

    @Test
    void whoeverFailsGivesHisPlaceBack() {
        end.countDown();
        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> ask("broken")).hasMessageContaining("is broken");
        }
        assertThat(ask("slow")).isEqualTo(YES);
    }
}
