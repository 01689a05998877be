package org.symbolon.connectors.firebase;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As whom a server asks Google, from the JSON file that Google hands out for it.
 *
 * @param project whose telephones are reached
 * @param email what the account is called
 * @param keyId what its key is called
 * @param tokens where it gets tokens that let it in
 */
record ServiceAccount(String project, String email, String keyId, PrivateKey key, URI tokens) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "service_account";

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none; the message says which part, and nothing of what stands there
     */
    static ServiceAccount read(String text) {
        JsonNode json = json(text);
        if (!TYPE.equals(json.path("type").asString(""))) {
            throw new IllegalArgumentException("the file is of no service account");
        }
        String project = required(json, "project_id");
        if (!project.matches("[A-Za-z0-9:._-]+")) {
            throw new IllegalArgumentException("project_id is none");
        }
        return new ServiceAccount(
                project,
                required(json, "client_email"),
                json.path("private_key_id").asString(""),
                key(required(json, "private_key")),
                address(required(json, "token_uri")));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("the file is no JSON");
        }
    }

    private static String required(JsonNode json, String name) {
        String text = json.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static PrivateKey key(String pem) {
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "").strip();
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("private_key is none");
        }
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("token_uri is no address");
        }
        throw new IllegalArgumentException("token_uri is no address");
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "ServiceAccount[" + project + ", " + email + "]";
    }
}
