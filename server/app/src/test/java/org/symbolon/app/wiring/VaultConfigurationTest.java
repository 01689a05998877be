package org.symbolon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VaultConfigurationTest {

    private final VaultConfiguration configuration = new VaultConfiguration();

    @Test
    void aKeyThatCanBeGuessedSignsNoLogIns() {
        assertThatThrownBy(() -> configuration.serverKeys(null, null, "fifteen-letters"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have 16 characters or more")
                .hasMessageNotContaining("fifteen");
    }

    @Test
    void aKeyThatIsLongEnoughSignsThem() {
        assertThat(configuration.serverKeys(null, null, "sixteen-letters!").loginTokenKey())
                .isEqualTo("sixteen-letters!".getBytes(StandardCharsets.UTF_8));
    }
}
