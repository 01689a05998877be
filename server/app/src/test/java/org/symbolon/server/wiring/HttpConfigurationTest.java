package org.symbolon.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.server.http.ClientAddress;
import org.symbolon.server.http.RequestPolicing;

class HttpConfigurationTest {

    private static boolean isServed(String setting) {
        RequestPolicing none = request -> {};
        return new HttpConfiguration()
                .webuiServlet(none, new ClientAddress(() -> ""), setting)
                .isEnabled();
    }

    @Test
    void thePageIsServedUnlessTheSettingSwitchesItOff() {
        assertThat(isServed("on")).isTrue();
        assertThat(isServed("true")).isTrue();
        assertThat(isServed("off")).isFalse();
        assertThat(isServed("false")).isFalse();
    }
}
