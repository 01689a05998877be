package org.symbolon.connectors.firebase;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.smsgateway.port.PushMessage;
import tools.jackson.databind.json.JsonMapper;

/** A message in the form that Firebase takes (FCM HTTP v1), with what Android's and Apple's telephones want beside. */
final class FirebaseBody {

    /** Whoever has not seen it by then has nothing to confirm any more. */
    private static final Duration USEFUL = Duration.ofMinutes(2);

    private static final JsonMapper JSON = new JsonMapper();

    private FirebaseBody() {}

    static String of(PushMessage message, Instant now) {
        Map<String, String> data = new TreeMap<>();
        message.data().forEach((name, value) -> data.put(name, value.reveal()));
        Map<String, String> seen = Map.of("title", message.title(), "body", message.question());
        return JSON.writeValueAsString(Map.of(
                "message",
                Map.of(
                        "data", data,
                        "token", message.token().reveal(),
                        "notification", seen,
                        "android", ofAndroid(),
                        "apns", ofApple(seen, now))));
    }

    private static Map<String, Object> ofAndroid() {
        return Map.of(
                "priority",
                "HIGH",
                "ttl",
                USEFUL.toSeconds() + "s",
                "fcm_options",
                Map.of("analytics_label", "AndroidPushToken"));
    }

    private static Map<String, Object> ofApple(Map<String, String> seen, Instant now) {
        return Map.of(
                "headers",
                Map.of(
                        "apns-priority", "10",
                        "apns-push-type", "alert",
                        "apns-collapse-id", "privacyidea.pushtoken",
                        "apns-expiration", Long.toString(now.plus(USEFUL).getEpochSecond())),
                "payload",
                Map.of("aps", Map.of("alert", seen, "sound", "default", "category", "PUSH_AUTHENTICATION")),
                "fcm_options",
                Map.of("analytics_label", "iOSPushToken"));
    }
}
