package org.symbolon.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDeviceTest {
    private static final String SHA1_SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SHA256_SEED = SHA1_SEED + "GEZDGNBVGY3TQOJQGEZA====";

    @Test
    void countsAsRfc4226() {
        SampleDevice device = SampleDevice.scan("otpauth://hotp/x?secret=" + SHA1_SEED + "&counter=0&digits=6");

        assertThat(Stream.generate(device::next).limit(10))
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    @Test
    void beginsAtTheCounterThatItScans() {
        SampleDevice device =
                SampleDevice.scan("otpauth://hotp/x?secret=" + SHA1_SEED + "&counter=1&digits=6&issuer=a%20b");

        assertThat(device.next()).isEqualTo("287082");
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void readsTheClockAsRfc6238(long second, String value) {
        SampleDevice device = SampleDevice.scan("otpauth://totp/x?secret=" + SHA1_SEED + "&digits=8&period=30");

        assertThat(device.at(Instant.ofEpochSecond(second))).isEqualTo(value);
    }

    @Test
    void knowsOtherHashes() {
        SampleDevice device =
                SampleDevice.scan("otpauth://totp/x?secret=" + SHA256_SEED + "&algorithm=SHA256&digits=8");

        assertThat(device.at(Instant.ofEpochSecond(59))).isEqualTo("46119246");
    }
}
