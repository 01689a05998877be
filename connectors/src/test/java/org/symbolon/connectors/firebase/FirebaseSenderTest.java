package org.symbolon.connectors.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.PushMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.JsonNode;

/** How messages leave for Firebase, and all that can be wrong with it. */
class FirebaseSenderTest {

    private static final AddressGuard ON_THIS_MACHINE = AddressGuard.allowing(List.of("127.0.0.0/8", "::1"));

    private static final PushMessage MESSAGE = PushMessage.of(
            "telephone-1", Map.of("nonce", "NONCE", "title", "Work", "question", "Is it \"you\"?", "signature", "S"));

    @TempDir
    private Path around;

    private Path folder;

    private final FirebaseDouble google = new FirebaseDouble();
    private Instant now = Instant.now();
    private FirebaseSender sender;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(around.resolve("accounts"));
        google.writeAccount(folder.resolve("account.json"));
        sender = sender(google.address());
    }

    private FirebaseSender sender(String address) {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new FirebaseSender(folder, address, Duration.ofSeconds(2), clock, ON_THIS_MACHINE);
    }

    @AfterEach
    void end() {
        sender.close();
        google.close();
    }

    private static Gateway gateway(String... options) {
        return gatewayOf("edumfa.lib.smsprovider.FirebaseProvider.FirebaseProvider", options);
    }

    private static Gateway gatewayOf(String provider, String... options) {
        Map<String, Secret> named = new HashMap<>(Map.of("JSON config file", Secret.of("account.json")));
        for (int index = 0; index < options.length; index += 2) {
            named.put(options[index], Secret.of(options[index + 1]));
        }
        return new Gateway("fire", provider, named, Map.of());
    }

    private Trouble trouble(Gateway gateway) {
        return trouble(sender, gateway);
    }

    private static Trouble trouble(FirebaseSender asked, Gateway gateway) {
        TextNotSentException failure =
                catchThrowableOfType(TextNotSentException.class, () -> asked.push(gateway, MESSAGE));
        assertThat(failure)
                .hasMessageStartingWith("The SMS gateway fire ")
                .hasMessageNotContainingAny("telephone-1", "NONCE", "nonsense", "token-", "PRIVATE")
                .hasNoCause();
        return failure.trouble();
    }

    @Test
    void aMessageHasWhatBothKindsOfTelephonesWant() {
        sender.push(gateway(), MESSAGE);

        JsonNode sent = google.messages().get(0);
        assertThat(sent.path("token").asString()).isEqualTo("telephone-1");
        assertThat(google.lastTo("telephone-1")).containsEntry("nonce", "NONCE").hasSize(4);
        assertThat(sent.path("notification").path("body").asString()).isEqualTo("Is it \"you\"?");
        assertThat(sent.at("/android/priority").asString()).isEqualTo("HIGH");
        assertThat(sent.at("/android/ttl").asString()).isEqualTo("120s");
        assertThat(sent.at("/android/fcm_options/analytics_label").asString()).isEqualTo("AndroidPushToken");
        assertThat(sent.at("/apns/headers/apns-expiration").asString())
                .isEqualTo(Long.toString(now.getEpochSecond() + 120));
        assertThat(sent.at("/apns/headers/apns-collapse-id").asString()).isEqualTo("privacyidea.pushtoken");
        assertThat(sent.at("/apns/payload/aps/alert/title").asString()).isEqualTo("Work");
        assertThat(sent.at("/apns/payload/aps/category").asString()).isEqualTo("PUSH_AUTHENTICATION");
        assertThat(sent.at("/apns/fcm_options/analytics_label").asString()).isEqualTo("iOSPushToken");
    }

    @Test
    void aTokenIsKeptAsLongAsItIsGood() {
        sender.push(gateway(), MESSAGE);
        sender.push(gateway(), MESSAGE);
        assertThat(google.granted()).isEqualTo(1);
        google.revokes();
        sender.push(gateway(), MESSAGE);
        assertThat(google.granted()).as("one that was taken back is replaced").isEqualTo(2);
        now = now.plus(Duration.ofHours(1));
        google.isAhead(Duration.ofHours(1));
        sender.push(gateway(), MESSAGE);
        assertThat(google.granted()).as("one that runs out is replaced").isEqualTo(3);
        assertThat(google.messages()).hasSize(4);
        assertThat(google.faults()).isEmpty();
    }

    @Test
    void whoeverSaysToBeTheAccountIsNotLetIn() {
        google.writeForgedAccount(folder.resolve("account.json"));

        assertThat(trouble(gateway())).isEqualTo(Trouble.LOGIN);
        assertThat(google.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503, 302})
    void aRefusalIsTold(int code) {
        google.answers(code);

        assertThat(trouble(gateway())).isEqualTo(Trouble.REJECTED);
    }

    @Test
    void anAccountThatMayNotSendIsToldApart() {
        google.answers(403);

        assertThat(trouble(gateway())).isEqualTo(Trouble.LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "../outside.json", "", ".", "link.json"})
    void onlyFilesInTheFolderAreRead(String file) throws IOException {
        Path outside = around.resolve("outside.json");
        google.writeAccount(outside);
        Files.createSymbolicLink(folder.resolve("link.json"), outside);

        assertThat(trouble(gateway("JSON config file", file))).isEqualTo(Trouble.DEFINITION);
        assertThat(google.granted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"type\": \"authorized_user\"}",
                "{\"type\": \"service_account\", \"project_id\": \"../x\"}",
                "{\"type\": \"service_account\", \"project_id\": \"x\", \"client_email\": \"x\"}",
                "{\"type\": \"service_account\", \"project_id\": \"x\", \"client_email\": \"x\","
                        + " \"private_key\": \"PRIVATE\", \"token_uri\": \"x\"}"
            })
    void aFileOfNoAccountIsRefused(String text) throws IOException {
        Files.writeString(folder.resolve("account.json"), text);

        assertThat(trouble(gateway())).isEqualTo(Trouble.DEFINITION);
    }

    @Test
    void otherKindsOfGatewaysReachNoApps() {
        assertThat(trouble(gatewayOf("edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider")))
                .isEqualTo(Trouble.NO_NOTIFICATIONS);
        sender.push(gatewayOf("privacyidea.lib.smsprovider.FirebaseProvider.FirebaseProvider"), MESSAGE);
        assertThat(google.messages()).hasSize(1);
    }

    @Test
    void aProxyThatIsNoneIsRefusedAndOneThatIsNotThereUnreachable() {
        assertThat(trouble(gateway("httpsproxy", "http://a b"))).isEqualTo(Trouble.DEFINITION);
        assertThat(trouble(gateway("httpsproxy", "http://127.0.0.1:1"))).isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedFor() throws IOException {
        try (HandMadeServer silent = HandMadeServer.silent();
                FirebaseSender patient = sender(silent.uri("http"))) {
            long begin = System.nanoTime();
            assertThat(trouble(patient, gateway())).isEqualTo(Trouble.TOO_SLOW);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"})
    void nonsenseIsToldAsThat(String said) throws IOException {
        try (HandMadeServer mad = new HandMadeServer(connection -> {
                    connection.getInputStream().read(new byte[8192]);
                    connection.getOutputStream().write(said.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                });
                FirebaseSender asked = sender(mad.uri("http"))) {
            assertThat(trouble(asked, gateway())).isEqualTo(Trouble.BROKEN_OFF);
        }
    }
}
