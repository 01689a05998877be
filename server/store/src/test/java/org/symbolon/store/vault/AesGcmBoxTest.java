package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.port.SealBrokenException;

class AesGcmBoxTest {

    private static final byte[] PLAIN = "a seed".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OWNER = "key 1".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = random.generateSeed(32);
    private final AesGcmBox box = new AesGcmBox(key, random);

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(box.seal(PLAIN, OWNER), OWNER)).isEqualTo(PLAIN);
        assertThat(box.open(box.seal(new byte[0], OWNER), OWNER)).isEmpty();
    }

    @Test
    void sealsAnewEachTime() {
        assertThat(box.seal(PLAIN, OWNER)).isNotEqualTo(box.seal(PLAIN, OWNER));
    }

    @Test
    void isTheGcmOfTheJdk() throws GeneralSecurityException {
        byte[] sealed = box.seal(PLAIN, OWNER);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
        cipher.updateAAD(OWNER);

        assertThat(cipher.doFinal(sealed, 12, sealed.length - 12)).isEqualTo(PLAIN);
    }

    @Test
    void refusesAnyChangedByte() {
        byte[] sealed = box.seal(PLAIN, OWNER);
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> box.open(changed, OWNER)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void refusesAnotherOwnerAnotherKeyAndAStump() {
        byte[] sealed = box.seal(PLAIN, OWNER);
        AesGcmBox other = new AesGcmBox(random.generateSeed(32), random);

        assertThatThrownBy(() -> box.open(sealed, new byte[] {1})).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> other.open(sealed, OWNER)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> box.open(Arrays.copyOf(sealed, 27), OWNER)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void takesKeysOf256BitsAlone() {
        assertThatThrownBy(() -> new AesGcmBox(new byte[16], random)).isInstanceOf(IllegalArgumentException.class);
    }
}
