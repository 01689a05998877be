package org.symbolon.cli.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        StringBuilder list = new StringBuilder();
        JsonLine.write(List.of(text, "x"), list);
        assertThat(JSON.readValue(list.toString(), Object.class)).isEqualTo(List.of(text, "x"));
        assertThat(JsonLine.fields(JSON.writeValueAsString(new TreeMap<>(Map.of("ask", text, "out", text)))))
                .isEqualTo(Map.of("ask", text, "out", text));
        assertThat(JsonLine.fields(JsonLine.of("out", text).strip())).isEqualTo(Map.of("out", text));
    }

    @Test
    void anEmptyListIsOne() {
        StringBuilder list = new StringBuilder();
        JsonLine.write(List.of(), list);
        assertThat(list).hasToString("[]");
    }

    @Test
    void aNumberIsItsDigits() {
        assertThat(JsonLine.fields("{\"exit\":2}")).isEqualTo(Map.of("exit", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "nonsense",
                "{\"out\":\"unended",
                "{\"out\":\"text\"",
                "{\"out\":\"text\"}more",
                "{\"out\":\"\\x\"}",
                "{\"out\":\"\\uzzzz\"}",
                "[\"out\",\"text\"]"
            })
    void whatIsNoSuchObjectHasNoFields(String line) {
        assertThat(JsonLine.fields(line)).isEmpty();
    }
}
