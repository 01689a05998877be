package org.symbolon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultConfigurationTest {

    private final VaultConfiguration configuration = new VaultConfiguration();

    @Test
    void aKeyOfLoginTokensThatCouldBeTriedOutIsRefused() {
        assertThatThrownBy(() -> configuration.serverKeys(null, null, "top s3cr3t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbolon.secret-key has 10 bytes")
                .hasMessageNotContaining("s3cr3t");
        assertThat(configuration.serverKeys(null, null, "0123456789abcdef").loginTokenKey())
                .hasSize(16);
    }
}
