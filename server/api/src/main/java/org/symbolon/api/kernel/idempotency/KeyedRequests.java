package org.symbolon.api.kernel.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Upload;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.events.shared.Caller;

/** Finds out of a request whether it is to be done once, and what tells it from others. */
public final class KeyedRequests {

    private KeyedRequests() {}

    /**
     * What tells the request from others; empty where it has no key, or its route knows none. Of a key only its caller's requests to
     * the same route are held to be the same.
     *
     * @throws ApiException 905 if the key is malformed
     */
    public static Optional<KeyedRequest> of(ApiRequest request) {
        if (!request.route().once()) {
            return Optional.empty();
        }
        return IdempotencyKey.of(request.headers())
                .map(key -> new KeyedRequest(
                        JsonText.write(caller(request.caller())),
                        JsonText.write(List.of(request.route().action(), key)),
                        content(request.parameters())));
    }

    private static List<String> caller(Caller caller) {
        if (caller instanceof Caller.Administrator administrator) {
            return List.of("administrator", administrator.name(), administrator.realm());
        }
        if (caller instanceof Caller.RealmUser user) {
            return List.of("user", user.login(), user.realm(), user.resolver());
        }
        throw ApiException.parameter("Only who has logged in can say that something is to be done once");
    }

    /** A digest of all that the request says, of its files as of its parameters, in whatever order. */
    private static String content(Parameters parameters) {
        Map<String, Object> files = new TreeMap<>();
        parameters.uploads().forEach((name, file) -> files.put(name, content(file)));
        return digest(
                JsonText.write(List.of(new TreeMap<>(parameters.all()), files)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> content(Upload file) {
        MessageDigest digest = sha256();
        try (InputStream input = new DigestInputStream(file.open(), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.of(file.fileName(), HexFormat.of().formatHex(digest.digest()));
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
