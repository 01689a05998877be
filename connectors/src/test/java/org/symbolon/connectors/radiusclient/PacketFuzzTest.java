package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.events.shared.Secret;

/** Whatever a client sends, it is dropped or decided, and nobody is held by it. */
class PacketFuzzTest {

    private static final int PACKETS = 20_000;
    private static final Secret SECRET = Secret.of(Clients.SECRET);

    private final SplittableRandom random = new SplittableRandom(2865);
    private final PreparedLogins logins = new PreparedLogins();
    private final RadiusCounts counts = new RadiusCounts();
    private final RadiusReception reception = new RadiusReception(logins, counts, 2, PACKETS);
    private final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());

    private RadiusReception.Sender sender(int number) {
        return new RadiusReception.Sender() {
            @Override
            public String key() {
                return "sender " + number;
            }

            @Override
            public String address() {
                return "127.0.0.1";
            }

            @Override
            public void send(byte[] answer) {
                sent.add(answer);
            }
        };
    }

    /** Attributes of any type and length, of which some are what a request has. */
    private byte[] packet() {
        int code = random.nextInt(4) == 0 ? random.nextInt(256) : 1;
        SoftPacket packet = SoftPacket.of(code, Clients.SECRET);
        int signature = random.nextInt(6);
        for (int number = random.nextInt(6); number >= 0; number--) {
            packet.with(random.nextInt(random.nextBoolean() ? 90 : 256), octets(random.nextInt(254)));
        }
        if (signature > 2) {
            packet.signed();
        }
        byte[] bytes = packet.bytes();
        return random.nextInt(3) == 0 ? spoilt(bytes) : bytes;
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private byte[] spoilt(byte[] bytes) {
        byte[] spoilt = Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
        for (int number = random.nextInt(4); number > 0 && spoilt.length > 0; number--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    @Test
    void nothingThrowsAndEverythingIsCountedOnce() {
        logins.answer(login -> switch (random(login.user())) {
            case 0 -> new RadiusVerdict.Accepted(login.user(), List.of());
            case 1 -> new RadiusVerdict.Challenged(login.user(), "state");
            default -> new RadiusVerdict.Rejected(login.user());
        });

        for (int number = 0; number < PACKETS; number++) {
            reception.receive(Clients.udp("vpn", "127.0.0.1", number % 2 == 0), SECRET, sender(number), packet());
        }

        Waiting.until(() -> total() == PACKETS);
        assertThat(counts.of(RadiusEvent.UNANSWERED)).isZero();
        assertThat(counts.of(RadiusEvent.OVERLOAD)).isZero();
        assertThat(Stream.of(RadiusEvent.MALFORMED, RadiusEvent.FORGED, RadiusEvent.UNSIGNED, RadiusEvent.UNSUPPORTED))
                .allMatch(event -> counts.of(event) > 100);
        assertThat(logins.asked).hasSizeGreaterThan(1000);
        assertThat(sent).hasSizeGreaterThan(1000).allMatch(answer -> answer.length <= RequestPacket.LONGEST);
        reception.stop(Duration.ofSeconds(10));
        assertThat(reception.atWork()).isZero();
    }

    private static int random(String text) {
        return Math.floorMod(text.hashCode(), 3);
    }

    private long total() {
        return Stream.of(RadiusEvent.values()).mapToLong(counts::of).sum();
    }
}
