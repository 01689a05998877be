package org.symbolon.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import tools.jackson.databind.json.JsonMapper;

class PinTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"", "$argon2id$one", "@@4f1c:c2VhbGVk"})
    void aPinOutlivesItsTextAndItsJson(String text) {
        Pin pin = Pin.ofText(text);

        assertThat(pin.text()).isEqualTo(text);
        assertThat(JSON.readValue(JSON.writeValueAsString(pin), Pin.class)).isEqualTo(pin);
        if (!text.isEmpty()) {
            assertThat(pin.toString()).doesNotContain("one", "4f1c", "c2VhbGVk");
        }
    }

    @Test
    void itsTextSaysHowItIsKept() {
        assertThat(Pin.ofText("")).isEqualTo(Pin.NONE);
        assertThat(Pin.ofText("$argon2id$one")).isEqualTo(new Pin.Hashed("$argon2id$one"));
        assertThat(Pin.ofText("@@4f1c:c2VhbGVk")).isEqualTo(new Pin.Kept(new Sealed("4f1c", "c2VhbGVk")));
        assertThatThrownBy(() -> Pin.ofText("@@4f1c")).isInstanceOf(IllegalArgumentException.class);
    }
}
