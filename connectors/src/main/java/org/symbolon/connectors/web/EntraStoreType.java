package org.symbolon.connectors.web;

import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.node.ObjectNode;

/** Resolvers made of a tenant of Microsoft Entra ID, over Microsoft Graph. */
public final class EntraStoreType extends WebStoreType {

    private static final String CLIENT = "client_id";
    private static final String TENANT = "tenant";
    private static final String KIND = "client_credential_type";
    private static final String SECRET = "client_secret";
    private static final String CERTIFICATE = "client_certificate";
    private static final String KEY_PASSWORD = CERTIFICATE + ".private_key_password";
    private static final String SCOPE = "https://graph.microsoft.com/.default";
    private static final String BY_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public EntraStoreType(WebNetwork network) {
        super("entraidresolver", network);
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(SECRET, KEY_PASSWORD);
    }

    @Override
    public Set<String> mapKeys() {
        return Stream.concat(super.mapKeys().stream(), Stream.of(CERTIFICATE)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    Map<String, String> sound() {
        return Map.of(CLIENT, CLIENT, TENANT, TENANT);
    }

    @Override
    WebSettings settings(WebParameters parameters) {
        Map<String, String> values = Map.of(
                CLIENT,
                parameters.required(CLIENT),
                TENANT,
                parameters.required(TENANT),
                "client_credential",
                parameters.secret(SECRET).reveal());
        WebSettings settings = WebSettings.of(parameters, values);
        tokenDefinition(parameters).checked("");
        parameters.object(CERTIFICATE);
        return settings;
    }

    /** By what the client shows who it is. */
    private enum Kind {
        SECRET,
        CERTIFICATE
    }

    private static boolean byCertificate(WebParameters parameters) {
        try {
            return Kind.valueOf(parameters.required(KIND).toUpperCase(Locale.ROOT)) == Kind.CERTIFICATE;
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(KIND + " is neither secret nor certificate");
        }
    }

    @Override
    WebDialect dialect(WebParameters parameters, WebSettings settings) {
        return new EntraDialect(settings.base(), byCertificate(parameters));
    }

    @Override
    Optional<Authorization.Grant> grant(WebParameters parameters, WebSettings settings) {
        RequestDefinition definition = tokenDefinition(parameters);
        if (!byCertificate(parameters)) {
            Secret secret = parameters.secret(SECRET);
            if (secret.isEmpty()) {
                throw new IllegalArgumentException(SECRET + " is missing");
            }
            return Optional.of(
                    new ClientCredentials(definition, settings.values(), () -> Map.of(SECRET, secret.reveal())));
        }
        ObjectNode certificate = parameters.object(CERTIFICATE);
        ClientAssertion assertion = ClientAssertion.of(
                certificate.path("private_key_file").asString(""),
                parameters.secret(KEY_PASSWORD),
                certificate.path("certificate_fingerprint").asString(""));
        return Optional.of(new ClientCredentials(
                definition,
                settings.values(),
                () -> Map.of(
                        "client_assertion_type",
                        BY_ASSERTION,
                        "client_assertion",
                        signed(assertion, definition, settings))));
    }

    private String signed(ClientAssertion assertion, RequestDefinition definition, WebSettings settings) {
        return assertion.signed(
                settings.values().get(CLIENT),
                Template.filledAndEncoded(definition.endpoint(), settings.values()),
                network().clock().instant(),
                new UUID(network().random().nextLong(), network().random().nextLong()));
    }

    private static RequestDefinition tokenDefinition(WebParameters parameters) {
        byCertificate(parameters);
        return RequestDefinition.of(
                        "authority",
                        WebParameters.JSON
                                .createObjectNode()
                                .put("method", "POST")
                                .put("endpoint", parameters.required("authority") + "/oauth2/v2.0/token"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .orElseThrow();
    }

    /** What the client shows of itself, anew for each token. */
    @FunctionalInterface
    private interface Credential {
        Map<String, String> parameters();
    }

    /** The grant by which a client gets a token for itself (RFC 6749, 4.4). */
    private record ClientCredentials(RequestDefinition definition, Map<String, String> values, Credential credential)
            implements Authorization.Grant {

        @Override
        public HttpRequest request() {
            ObjectNode data = WebParameters.JSON
                    .createObjectNode()
                    .put("grant_type", "client_credentials")
                    .put(CLIENT, values.get(CLIENT))
                    .put("scope", SCOPE);
            credential.parameters().forEach(data::put);
            return definition.request("", values, Map.of(), data);
        }

        @Override
        public Map<String, String> headers(WebAnswer answer) {
            return Authorization.bearer(answer);
        }

        @Override
        public String toString() {
            return "ClientCredentials[" + definition + "]";
        }
    }
}
