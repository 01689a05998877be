package org.symbolon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ClientAddress;

class HttpConfigurationTest {

    private static boolean isServed(String setting) {
        return new HttpConfiguration()
                .webuiServlet(null, null, null, new ClientAddress(() -> ""), setting)
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
