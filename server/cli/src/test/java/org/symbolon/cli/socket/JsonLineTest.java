package org.symbolon.cli.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonLineTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "\"quoted\" \\ / and \n\r\t\b\f", "\u0000\u001f\u2028", "ä€😀", "{\"a\":\"b\"}"})
    void aLibraryReadsWhatIsWrittenAndTheOtherWayRound(String text) {
        assertThat(JSON.readValue(JsonLine.texts(List.of(text, "x")), Object.class))
                .isEqualTo(List.of(text, "x"));
        assertThat(JsonLine.value(JSON.writeValueAsString(Map.of("out", text)), "out"))
                .isEqualTo(text);
        assertThat(JsonLine.value("{\"out\":" + JsonLine.text(text) + "}", "out"))
                .isEqualTo(text);
    }

    @Test
    void aNumberIsItsDigits() {
        assertThat(JsonLine.value("{\"exit\":2}", "exit")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"exit\":1}", "nonsense", "{\"out\":\"unended"})
    void anotherLineHasNoSuchField(String line) {
        assertThat(JsonLine.value(line, "out")).isNull();
    }
}
