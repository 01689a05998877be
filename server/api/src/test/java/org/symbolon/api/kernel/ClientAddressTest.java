package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            ''                                 | 10.1.2.3 | 1.2.3.4            | 5.6.7.8 | 10.1.2.3
            10.1.2.0/24                        | 10.1.2.3 | -                  | 5.6.7.8 | 5.6.7.8
            10.1.2.0/24                        | 10.1.2.3 | 1.2.3.4            | 5.6.7.8 | 1.2.3.4
            10.1.2.0/24                        | 10.1.3.3 | 1.2.3.4            | 5.6.7.8 | 10.1.3.3
            10.1.2.3                           | 10.1.2.3 | 1.2.3.4            | -       | 1.2.3.4
            10.1.2.0/24 > 192.168.0.0/16       | 10.1.2.3 | 192.168.1.1        | -       | 192.168.1.1
            10.1.2.0/24 > 192.168.0.0/16       | 10.1.2.3 | 1.2.3.4            | -       | 10.1.2.3
            10.0.0.0/8>192.168.0.0/16>0.0.0.0/0| 10.1.2.3 | 9.9.9.9, 192.168.1.1 | -     | 9.9.9.9
            10.0.0.0/8, 10.0.0.0/8>192.168.0.0/16>0.0.0.0/0 | 10.1.2.3 | 192.168.1.1 | 9.9.9.9 | 9.9.9.9
            10.0.0.0/8>192.168.0.0/16          | 10.1.2.3 | 9.9.9.9, 192.168.1.1 | -     | 192.168.1.1
            10.0.0.0/8                         | 10.1.2.3 | not-an-address     | -       | 10.1.2.3
            10.0.0.0/8                         | 10.1.2.3 | 999.1.1.1          | -       | 10.1.2.3
            nonsense                           | 10.1.2.3 | 1.2.3.4            | 5.6.7.8 | 10.1.2.3
            10.0.0.0/33                        | 10.1.2.3 | 1.2.3.4            | -       | 10.1.2.3
            localhost                          | 127.0.0.1| 1.2.3.4            | -       | 127.0.0.1
            ::1/128 > 2001:db8::/32            | 0:0:0:0:0:0:0:1 | 2001:db8::5 | -       | 2001:db8::5
            ::1/128 > 2001:db8::/32            | 0:0:0:0:0:0:0:1 | 2001:db9::5 | -       | 0:0:0:0:0:0:0:1
            """)
    void theDeepestPathOfTrustedProxiesDecides(
            String setting, String peer, String forwarded, String claimed, String client) {
        ClientAddress addresses = new ClientAddress(() -> setting);
        assertThat(addresses.of(peer, Optional.ofNullable(forwarded), Optional.ofNullable(claimed)))
                .isEqualTo(client);
    }

    @Test
    void aChangedSettingIsInForceAtOnce() {
        String[] setting = {""};
        ClientAddress addresses = new ClientAddress(() -> setting[0]);
        assertThat(addresses.of("10.0.0.1", Optional.of("1.2.3.4"), Optional.empty()))
                .isEqualTo("10.0.0.1");
        setting[0] = "10.0.0.0/8";
        assertThat(addresses.of("10.0.0.1", Optional.of("1.2.3.4"), Optional.empty()))
                .isEqualTo("1.2.3.4");
    }
}
