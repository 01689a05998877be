package org.symbolon.connectors.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.codec.digest.Crypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.shared.Secret;

class UnixCryptHashTest {

    private static final Secret PASSWORD = Secret.of("grüß Gott 9");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$6$symsalt01$Z6wGLg9iaZTrT7HJUF3GvtuXghNG5dYA9COUIYeIcFmyZ7pV4rIvrMCzwkGIcWx7m1E8MXV52XmOHD3KZ31yc/",
                "$6$rounds=1500$roundsalt$BXDv2z4rM9kkDeJEbxaGVjpMdw2rgn89LY9/Tj8E/UfMND5o6PbGcz6M595deX.jDXF/wgkXD6Wjy8"
                        + "Mm6Ft7l.",
                "$5$symsalt01$1kH6ckKBXuhNrpFS9hf9a89jm.brYq1DlTnZ9CORQi0",
                "$5$rounds=1500$roundsalt$gfMvLcZSUPJrex7pPMIeGPgtw.NzhWgZVHR7XAYYPM2",
                "$1$symsalt0$BAbTOW23FOpQ4TySdLHbz0"
            })
    void knowsThePasswordOfEveryModularHash(String hash) {
        assertThat(UnixCryptHash.matches(Secret.of(hash), PASSWORD)).isTrue();
        assertThat(UnixCryptHash.matches(Secret.of(hash), Secret.of("gruss Gott 9")))
                .isFalse();
        assertThat(UnixCryptHash.matches(Secret.of(hash), Secret.EMPTY)).isFalse();
    }

    @Test
    void knowsThePasswordOfADesHash() {
        assertThat(UnixCryptHash.matches(Secret.of("abpbCocLh43.I"), Secret.of("secret99")))
                .isTrue();
        assertThat(UnixCryptHash.matches(Secret.of("abpbCocLh43.I"), Secret.of("secret98")))
                .isFalse();
    }

    @Test
    void noPasswordIsComparedThatIsLongerThanCryptTakes() {
        String longest = "p".repeat(512);
        Secret hash = Secret.of(Crypt.crypt(longest, "$5$rounds=1000$salt"));
        Secret longerHash = Secret.of(Crypt.crypt(longest + "p", "$5$rounds=1000$salt"));

        assertThat(UnixCryptHash.matches(hash, Secret.of(longest))).isTrue();
        assertThat(UnixCryptHash.matches(longerHash, Secret.of(longest + "p"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "*",
                "!",
                "!!",
                "*LK*",
                "$6$",
                "$6$$",
                "$6$symsalt01$",
                "$1$",
                "$y$j9T$symsalt01$digest",
                "!$1$symsalt0$BAbTOW23FOpQ4TySdLHbz0"
            })
    void whatIsNoHashMatchesNoPassword(String unusable) {
        assertThat(UnixCryptHash.matches(Secret.of(unusable), PASSWORD)).isFalse();
        assertThat(UnixCryptHash.matches(Secret.of(unusable), Secret.EMPTY)).isFalse();
        assertThat(UnixCryptHash.matches(Secret.of(unusable), Secret.of(unusable)))
                .isFalse();
    }
}
