package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.policy.PolicyText;

class ClientListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | 10.0.0.1        | true",
                "10.0.0.1                     | 10.0.0.1        | true",
                "10.0.0.1                     | 10.0.0.2        | false",
                "10.0.0.0/8                   | 10.255.0.2      | true",
                "10.0.0.0/8                   | 11.0.0.2        | false",
                "10.0.0.0/255.0.0.0           | 10.255.0.2      | true",
                "192.168.4.0/22               | 192.168.7.255   | true",
                "192.168.4.0/22               | 192.168.8.0     | false",
                "192.168.1.0/25               | 192.168.1.127   | true",
                "192.168.1.0/25               | 192.168.1.128   | false",
                "192.168.1.7/25               | 192.168.1.127   | true",
                "0.0.0.0/0                    | 203.0.113.9     | true",
                "0.0.0.0/0                    | 2001:db8::1     | false",
                "2001:db8::/32                | 2001:db8:1::1   | true",
                "2001:db8::/32                | 2001:db9::1     | false",
                "2001:db8::8/125              | 2001:db8::f     | true",
                "2001:db8::8/125              | 2001:db8::10    | false",
                "10.0.0.0/8, -10.0.0.1        | 10.0.0.1        | false",
                "10.0.0.0/8, !10.0.0.0/24     | 10.0.0.7        | false",
                "10.0.0.0/8, !10.0.0.0/24     | 10.0.1.7        | true",
                "-10.0.0.0/8, 10.0.0.1        | 10.0.0.1        | false",
                "-10.0.0.0/8                  | 11.0.0.1        | false",
                "10.0.0.0/8, 192.168.0.0/16   | 192.168.3.3     | true",
                "10.0.0.0/8                   | host.example    | false",
                "10.0.0.0/8                   | ''              | false"
            })
    void findsAddresses(String entries, String address, boolean admitted) {
        ClientList clients = new ClientList(PolicyText.list(entries));

        assertThat(clients.admits(new ParsedAddress(address))).isEqualTo(admitted);
        assertThat(clients.isEmpty()).isEqualTo(entries.isEmpty());
    }

    @Test
    void anAddressIsJudgedByEachListAnew() {
        ClientList near = new ClientList(List.of("10.0.0.0/8"));
        ClientList far = new ClientList(List.of("11.0.0.0/8"));
        ParsedAddress address = new ParsedAddress("10.0.0.1");

        assertThat(Stream.of(near, near, far, far, near).map(address::isAdmittedBy))
                .containsExactly(true, true, false, false, true);
    }
}
