package org.symbolon.connectors.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final AddressGuard STRICT = AddressGuard.allowing(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.3.4",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "ff02::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1"
            })
    void whatIsLocalIsRefused(String address) {
        assertThatThrownBy(() -> STRICT.check(address(address)))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageContaining(AddressGuard.SETTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "198.51.100.7",
                "2001:db8::1",
                "fd00::1",
                "64:ff9b::c633:6407",
                "2002:c633:6407::1"
            })
    void whatIsElsewhereAndWhatIsInOnesOwnNetworkIsReached(String address) {
        assertThatCode(() -> STRICT.check(address(address))).doesNotThrowAnyException();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }

    @Test
    void theSettingLetsSomeBeReachedAndNoOthers() {
        AddressGuard guard = AddressGuard.allowing(List.of(" 127.0.0.1", "fe80::/10", ""));

        assertThatCode(() -> guard.check(address("127.0.0.1"))).doesNotThrowAnyException();
        assertThatCode(() -> guard.check(address("fe80::7%1"))).doesNotThrowAnyException();
        for (String other : List.of("127.0.0.2", "::1", "169.254.169.254")) {
            assertThatThrownBy(() -> guard.check(address(other))).isInstanceOf(AddressRefusedException.class);
        }
    }

    @Test
    void aSettingThatIsNoAddressStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressGuard.allowing(List.of("localhost")))
                .withMessage("symbolon.local-destinations: 'localhost' is neither an address nor a network");
    }
}
