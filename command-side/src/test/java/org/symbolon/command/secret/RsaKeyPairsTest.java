package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyPairsTest {

    @ParameterizedTest
    @ValueSource(ints = {2048, 4096})
    void bothKeysHaveAsManyBitsAsAreWanted(int bits) {
        KeyPair pair = new RsaKeyPairs(bits, new SecureRandom()).next();

        assertThat(((RSAKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(bits);
        assertThat(((RSAKey) pair.getPrivate()).getModulus()).isEqualTo(((RSAKey) pair.getPublic()).getModulus());
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 4097})
    void keysThatAreWeakOrTakeTooLongAreNotMade(int bits) {
        assertThatThrownBy(() -> new RsaKeyPairs(bits, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Keys for telephones have from 2048 to 4096 bits");
    }
}
