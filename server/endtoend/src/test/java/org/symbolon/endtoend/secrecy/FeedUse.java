package org.symbolon.endtoend.secrecy;

import static org.symbolon.endtoend.secrecy.Hoard.SERVER_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;

import org.symbolon.endtoend.harness.ApiClient;

/** Feeds with secrets, to receivers that are not there. */
final class FeedUse {

    private FeedUse() {}

    static void save(ApiClient admin) {
        String key = SERVER_PASSWORD + SERVER_PASSWORD;
        String[] options = {"type", "webhook", "url", "http://127.0.0.1:1/", "secret", key};
        succeed(admin.post("/feed/secretive", options));
        succeed(admin.post("/feed/secretive", "type", "webhook", "authorization", SERVER_PASSWORD));
        String[] kafka = {"type", "kafka", "brokers", "127.0.0.1:1", "topic", "facts", "username", "somebody"};
        succeed(admin.post("/feed/secret-bus", ApiClient.joined(kafka, "timeout", "1", "password", SERVER_PASSWORD)));
    }
}
