package org.symbolon.connectors.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLookupTest {

    private static Deadline soon() {
        return Deadline.in(Duration.ofMillis(200));
    }

    @Test
    void anAddressKnowsTheHostByTheNameThatWasAskedFor() throws Exception {
        HostLookup lookup = new HostLookup(name -> new InetAddress[] {InetAddress.getByName("192.0.2.1")});

        InetAddress found = lookup.find("mail.example.com", soon()).get(0);

        assertThat(found.getHostName()).isEqualTo("mail.example.com");
        assertThat(found.getHostAddress()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.0.2.255", "::1", "2001:db8::1"})
    void anAddressIsWaitedForByNobody(String address) throws Exception {
        Deadline past = Deadline.in(Duration.ZERO);

        assertThat(new HostLookup().find(address, past)).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.256", "192.0.2.1.", "1.2.3", "mail:25", "1.2.3.4.5"})
    void whatIsNoAddressIsLookedUp(String name) {
        Deadline past = Deadline.in(Duration.ZERO);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> slow().find(name, past));
    }

    private static HostLookup slow() {
        return new HostLookup(name -> {
            awaitQuietly(new CountDownLatch(1));
            throw new UnknownHostException(name);
        });
    }

    @Test
    void aNameServerThatIsSlowIsWaitedForOnlyAsLongAsTheDeadlineSaysAndAskedOnceByAll() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HostLookup lookup = new HostLookup(name -> {
            asked.incrementAndGet();
            awaitQuietly(end);
            throw new UnknownHostException(name);
        });

        for (int time = 0; time < 3; time++) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> lookup.find("slow", soon()));
        }

        assertThat(asked).hasValue(1);
        end.countDown();
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNameIsLookedUpAgainOnceTheFirstLookUpIsOver() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HostLookup lookup = new HostLookup(name -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        lookup.find("host", soon());
        while (asked.get() < 2) {
            lookup.find("host", soon());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a..b", "\ud800"})
    void whatIsNoNameIsNoHost(String name) {
        HostLookup lookup = new HostLookup(asked -> {
            throw new UnknownHostException(asked);
        });

        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> lookup.find(name, soon()));
    }
}
