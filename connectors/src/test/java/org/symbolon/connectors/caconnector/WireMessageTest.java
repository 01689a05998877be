package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the documentation of Protocol Buffers, and what is none. */
class WireMessageTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void theExamplesOfTheDocumentationAreWrittenAndRead() {
        assertThat(new WireMessage().with(1, 150).bytes()).isEqualTo(bytes("089601"));
        assertThat(new WireMessage().with(2, "testing").bytes()).isEqualTo(bytes("120774657374696e67"));
        assertThat(new WireMessage().with(3, new WireMessage().with(1, 150)).bytes())
                .isEqualTo(bytes("1a03089601"));
        assertThat(WireMessage.read(bytes("089601")).number(1)).isEqualTo(150);
        assertThat(WireMessage.read(bytes("1a03089601")).inner(3).number(1)).isEqualTo(150);
    }

    @Test
    void numbersAndTextsAreUnderstoodEitherWay() {
        WireMessage message = WireMessage.read(new WireMessage()
                .with(1, "17")
                .with(2, 17)
                .with(3, "a")
                .with(3, "b")
                .with(4, Long.MAX_VALUE)
                .with(5, -1)
                .bytes());

        assertThat(message.number(1)).isEqualTo(17);
        assertThat(message.text(2)).isEqualTo("17");
        assertThat(message.texts(3)).containsExactly("a", "b");
        assertThat(message.number(4)).isEqualTo(Long.MAX_VALUE);
        assertThat(message.number(5)).isEqualTo(-1);
        assertThat(message.text(9)).isEmpty();
        assertThat(message.number(9)).isZero();
        assertThat(message.inner(9).number(1)).isZero();
    }

    @Test
    void fieldsOfOtherKindsArePassedOver() {
        WireMessage message = WireMessage.read(bytes("090000000000000000" + "1500000000" + "1801"));

        assertThat(message.number(3)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "12ff", "1207746573", "0b", "08ffffffffffffffffffff01", "12ffffffffffffffff7f"})
    void whatIsNoMessageIsRefused(String hex) {
        assertThatThrownBy(() -> WireMessage.read(bytes(hex))).isInstanceOf(IllegalArgumentException.class);
    }
}
