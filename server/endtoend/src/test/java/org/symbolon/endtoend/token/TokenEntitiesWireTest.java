package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;

/** Entities take long to make, so that neither a start waits for them nor what people log in with, but the first list of tokens alone. */
class TokenEntitiesWireTest {

    private static final String ENTITIES = "tokenEntities";

    @Test
    void theFirstListOfTokensMakesThem(@TempDir Path folder) {
        try (InProcessServer server = InProcessServer.start(folder)) {
            Device device = Device.random(new SplittableRandom(1));
            ApiClient admin = server.admin();
            admin.enrolHotp("LAZY", device.seed(), "pin");
            assertThat(admin.post("/validate/check", "serial", "LAZY", "pass", "pin" + device.otp(0))
                            .status())
                    .isEqualTo(200);
            assertThat(server.hasMade(ENTITIES)).isFalse();

            assertThat(admin.get("/token/").rows("tokens"))
                    .extracting((Map<String, Object> row) -> row.get("serial"))
                    .containsExactly("LAZY");
            assertThat(server.hasMade(ENTITIES)).isTrue();
        }
    }
}
