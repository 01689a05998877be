package org.symbolon.connectors.passwd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GecosTest {

    @Test
    void readsNameMobilePhoneAndMail() {
        Gecos gecos = Gecos.parse("Ada Lovelace,room 7,+44 151 1,+44 20 2,ada@example.org");

        assertThat(gecos.givenName()).isEqualTo("Ada");
        assertThat(gecos.surname()).isEqualTo("Lovelace");
        assertThat(gecos.mobile()).isEqualTo("+44 151 1");
        assertThat(gecos.phone()).isEqualTo("+44 20 2");
        assertThat(gecos.email()).isEqualTo("ada@example.org");
        assertThat(gecos.text()).isEqualTo("Ada Lovelace,room 7,+44 151 1,+44 20 2,ada@example.org");
    }

    @Test
    void theSurnameIsAllThatFollowsTheFirstBlank() {
        Gecos gecos = Gecos.parse("Ludwig van Beethoven");

        assertThat(gecos.givenName()).isEqualTo("Ludwig");
        assertThat(gecos.surname()).isEqualTo("van Beethoven");
    }

    @Test
    void aSingleNameIsTheGivenName() {
        Gecos gecos = Gecos.parse("root");

        assertThat(gecos.givenName()).isEqualTo("root");
        assertThat(gecos.surname()).isEmpty();
    }

    @Test
    void threeFieldsHoldNoNumbers() {
        Gecos gecos = Gecos.parse("Ada Lovelace,room 7,+44 151 1");

        assertThat(gecos.mobile()).isEmpty();
        assertThat(gecos.phone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a,b,c,d,first@example.org,last@example.org; last@example.org",
                "a,b,c,d,mail@example.org,no mail; mail@example.org",
                "a,b,c,d,no mail,x@y; ''",
                "a,b,c,early@example.org; ''",
                "'';''"
            })
    void theLastFieldThatLooksLikeAMailAddressIsOne(String text, String email) {
        assertThat(Gecos.parse(text).email()).isEqualTo(email);
    }
}
