package org.symbolon.events.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "255.255.255.255",
                "010.001.002.003",
                "::1",
                "2001:db8::1",
                "::ffff:192.0.2.1"
            })
    void anAddressIsRead(String text) {
        assertThat(Network.address(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.0004",
                "1.2.3.-4",
                "1.2.3.+4",
                "1.2.3.x",
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.٤",
                "localhost",
                ":",
                "1:2",
                "fe80::1%eth0"
            })
    void whatIsNoAddressStaysAsItIs(String text) {
        assertThat(Network.address(text)).isEmpty();
        assertThat(Network.isLoopback(text)).isFalse();
        assertThat(Network.neighbourhood(text)).isEqualTo(text);
    }

    @Test
    void aMachineSpeaksToItselfByAFewAddresses() {
        assertThat(Network.isLoopback("127.0.0.1")).isTrue();
        assertThat(Network.isLoopback("127.255.0.1")).isTrue();
        assertThat(Network.isLoopback("::1")).isTrue();
        assertThat(Network.isLoopback("128.0.0.1")).isFalse();
        assertThat(Network.isLoopback("::2")).isFalse();
    }

    @Test
    void aCustomerHasTheFirstHalfOfAnAddressOfIpv6() {
        assertThat(Network.neighbourhood("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Network.neighbourhood("2001:db8:1:2:3::4")).isEqualTo("20010db800010002");
    }

    @Test
    void aRangeIsWrittenByItsLengthOrItsMask() {
        assertThat(Network.parse("10.1.2.0/255.255.255.0").orElseThrow().contains("10.1.2.99"))
                .isTrue();
        assertThat(Network.parse("10.1.2.0/255.255.255.0").orElseThrow().contains("10.1.3.1"))
                .isFalse();
        assertThat(Network.parse("10.1.2.0/33")).isEmpty();
        assertThat(Network.parse("10.1.2.0/255.0.255.0")).isEmpty();
    }
}
