package org.symbolon.endtoend.secrecy;

import static org.symbolon.endtoend.secrecy.Hoard.SERVER_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;

import org.symbolon.endtoend.harness.ApiClient;

/** A feed with secrets, to a receiver that is not there. */
final class FeedUse {

    private FeedUse() {}

    static void save(ApiClient admin) {
        String key = SERVER_PASSWORD + SERVER_PASSWORD;
        String[] options = {"type", "webhook", "url", "http://127.0.0.1:1/", "secret", key};
        succeed(admin.post("/feed/secretive", options));
        succeed(admin.post("/feed/secretive", "type", "webhook", "authorization", SERVER_PASSWORD));
    }
}
