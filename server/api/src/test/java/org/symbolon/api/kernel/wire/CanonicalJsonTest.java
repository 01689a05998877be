package org.symbolon.api.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void keysAreSortedAtEveryLevelAndSeparatedAsPythonDoes() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", List.of(1, true, "x"));
        inner.put("a", null);
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("b", inner);
        outer.put("B", Map.of());
        outer.put("a1", List.of());
        assertThat(write(outer)).isEqualTo("{\"B\": {}, \"a1\": [], \"b\": {\"a\": null, \"z\": [1, true, \"x\"]}}");
    }

    @Test
    void keysAreSortedByCodePointAndNotByCodeUnit() {
        assertThat(write(Map.of("\ufb01", 1, "\ud83d\ude00", 2))).isEqualTo("{\"\\ufb01\": 1, \"\\ud83d\\ude00\": 2}");
    }

    @Test
    void everythingOutsidePrintableAsciiIsEscapedInLowerCase() {
        assertThat(write("\"\\/\b\f\n\r\t\u0001\u007f\u00fc\u20ac\ud83d\ude00"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\\u00fc\\u20ac\\ud83d\\ude00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "-2.5, -2.5",
        "0.1, 0.1",
        "100.0, 100.0",
        "123456789.125, 123456789.125",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "5e-324, 5e-324",
        "2e23, 2e+23",
        "-1.25e-7, -1.25e-07",
        "5.684341886080802e-14, 5.684341886080802e-14"
    })
    void floatsReadAsPythonPrintsThem(double value, String expected) {
        assertThat(write(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> write(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typesThatAreNotPlainAreRefused() {
        assertThatThrownBy(() -> write(Map.of("a", new Object()))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1795523686, 431391, 1795523686.431391",
        "1795523686, 400000, 1795523686.4",
        "1795523686, 0, 1795523686.0",
        "1795523686, 1, 1795523686.000001"
    })
    void momentsAreEpochSecondsWithoutZerosAtTheEnd(long seconds, long micros, String expected) {
        assertThat(write(Instant.ofEpochSecond(seconds, micros * 1000))).isEqualTo(expected);
    }

    @Test
    void momentsReadTheSameAsTheDoubleThatAVerifierParses() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            Instant moment = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(2_000_000_000))
                    .plusNanos(random.nextInt(1_000_000) * 1000L);
            String text = write(moment);
            assertThat(write(Double.parseDouble(text))).isEqualTo(text);
        }
    }

    @Test
    void aVerifierThatParsesAndSerialisesAgainGetsTheSameText() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            String text = write(anything(random, 4));
            assertThat(write(MAPPER.readValue(text, Object.class))).isEqualTo(text);
        }
    }

    private static Object anything(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> Double.longBitsToDouble(random.nextLong() & 0xbfefffffffffffffL);
            case 5 -> random.nextInt(2_000_000) / 1000.0;
            case 6 -> text(random);
            case 7 -> list(random, depth);
            default -> map(random, depth);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int index = random.nextInt(4); index > 0; index--) {
            list.add(anything(random, depth - 1));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new HashMap<>();
        for (int index = random.nextInt(5); index > 0; index--) {
            map.put(text(random), anything(random, depth - 1));
        }
        return map;
    }

    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(6), 0, 0x20000)
                .map(point -> random.nextBoolean() ? point % 0x100 : point)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .toArray();
        return Arrays.stream(points)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String write(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.US_ASCII);
    }
}
