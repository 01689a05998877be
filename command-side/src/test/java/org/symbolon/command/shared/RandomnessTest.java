package org.symbolon.command.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;

class RandomnessTest {

    @Test
    void hexadecimalTextHasTwoCharactersForEachByte() {
        assertThat(Chance.counting().hex(3)).isEqualTo("000102");
        assertThat(Chance.counting().hex(0)).isEmpty();
    }

    @Test
    void bytesThatWouldFavourACharacterAreDrawnAgain() {
        Randomness high = count -> {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) (i % 2 == 0 ? 255 : i);
            }
            return bytes;
        };

        assertThat(high.text(4, "abc")).isEqualTo("baba");
    }

    @Test
    void everyCharacterIsAsLikelyAsAnyOther() {
        String text = Chance.seeded(1).text(30_000, "abc");

        for (char letter : "abc".toCharArray()) {
            assertThat(text.chars().filter(found -> found == letter).count()).isBetween(9_700L, 10_300L);
        }
    }
}
