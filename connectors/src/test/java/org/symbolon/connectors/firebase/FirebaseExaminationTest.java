package org.symbolon.connectors.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.events.shared.Secret;

/** Whether Google lets a service account in is found out without a telephone. */
class FirebaseExaminationTest {

    @TempDir
    private Path folder;

    private List<String> told(FirebaseDouble google, String file) {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.0/8"));
        try (FirebaseSender sender =
                new FirebaseSender(folder, google.address(), Duration.ofSeconds(5), Clock.systemUTC(), guard)) {
            return Findings.told(sender.examine(
                    new Gateway("fire", "FirebaseProvider", Map.of("JSON config file", Secret.of(file)), Map.of())));
        }
    }

    @Test
    void anAccountThatIsLetInIsWell() {
        try (FirebaseDouble google = new FirebaseDouble()) {
            google.writeAccount(folder.resolve("account.json"));
            google.writeForgedAccount(folder.resolve("forged.json"));

            assertThat(told(google, "account.json")).containsExactly("OK Google lets the service account in");
            assertThat(told(google, "forged.json"))
                    .containsExactly("FAILED The SMS gateway fire refuses the log-in (code 400)");
            assertThat(told(google, "none.json"))
                    .singleElement()
                    .asString()
                    .contains("there is no such file in the folder of service accounts");
        }
    }
}
