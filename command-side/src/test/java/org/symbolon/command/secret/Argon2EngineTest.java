package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Argon2EngineTest {

    private static final byte[] PASSWORD = "password".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "somesalt".getBytes(StandardCharsets.UTF_8);

    private final Argon2Engine java = new JavaArgon2Engine();
    private final Argon2Engine nativeEngine = NativeArgon2Engine.load().orElseThrow();

    @Test
    void bothEnginesGiveTheDigestOfTheReferenceImplementation() {
        byte[] expected = HexFormat.of().parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        Argon2Work work = new Argon2Work(65_536, 2, 1);

        assertThat(java.digest(PASSWORD, SALT, work, 32)).isEqualTo(expected);
        assertThat(nativeEngine.digest(PASSWORD, SALT, work, 32)).isEqualTo(expected);
    }

    @Test
    void bothEnginesAgreeForAllShapesOfWork() {
        for (Argon2Work work : List.of(new Argon2Work(8, 1, 1), new Argon2Work(75, 3, 2), new Argon2Work(1024, 2, 8))) {
            for (int length : new int[] {16, 32, 128}) {
                assertThat(nativeEngine.digest(PASSWORD, SALT, work, length))
                        .as("%s, %d bytes", work, length)
                        .isEqualTo(java.digest(PASSWORD, SALT, work, length));
            }
        }
    }

    @Test
    void bothEnginesTakeTheEmptyPassword() {
        Argon2Work work = new Argon2Work(64, 1, 1);

        assertThat(nativeEngine.digest(new byte[0], SALT, work, 32))
                .isEqualTo(java.digest(new byte[0], SALT, work, 32));
    }

    @Test
    void theNativeEngineIsTakenWhereItLoads() {
        assertThat(Argon2Engine.fastest()).isInstanceOf(NativeArgon2Engine.class);
    }
}
