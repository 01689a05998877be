package org.symbolon.connectors.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.events.shared.Secret;

/** Resolvers made of a server that speaks SCIM. Its users log in by their ids. */
public final class ScimStoreType extends WebStoreType {

    private static final String TOKENS = "Authserver";
    private static final String USERS = "Resourceserver";
    private static final String CLIENT = "Client";
    private static final String SECRET = "Secret";
    private static final int PAGE = 500;

    public ScimStoreType(WebNetwork network) {
        super("scimresolver", network);
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(SECRET);
    }

    @Override
    public Set<String> mapKeys() {
        return Set.of(WebSettings.MAPPING);
    }

    @Override
    Map<String, String> sound() {
        return Map.of(TOKENS, "http://localhost", USERS, "http://localhost");
    }

    @Override
    WebSettings settings(WebParameters parameters) {
        tokenDefinition(parameters).checked("");
        return WebSettings.of(parameters.with("base_url", parameters.required(USERS)), Map.of());
    }

    @Override
    WebDialect dialect(WebParameters parameters, WebSettings settings) {
        return new ScimDialect();
    }

    @Override
    Optional<Authorization.Grant> grant(WebParameters parameters, WebSettings settings) {
        return Optional.of(new ClientCredentials(
                tokenDefinition(parameters), parameters.text(CLIENT, ""), parameters.secret(SECRET)));
    }

    private static RequestDefinition tokenDefinition(WebParameters parameters) {
        return RequestDefinition.of(
                        TOKENS,
                        WebParameters.JSON
                                .createObjectNode()
                                .put(
                                        "endpoint",
                                        parameters.required(TOKENS) + "/oauth/token?grant_type=client_credentials"),
                        Map.of())
                .orElseThrow();
    }

    @Override
    TestResult tried(WebStore store, WebParameters parameters) {
        int users = 0;
        Optional<UserSearch> search = Optional.of(UserSearch.of(Map.of(), PAGE));
        while (search.isPresent()) {
            UserSearch asked = search.get();
            UserPage page = store.search(asked);
            users += page.users().size();
            search = page.next().map(asked::at);
        }
        return new TestResult(true, "Found " + users + " users");
    }

    /** The grant by which a client gets a token, itself shown by a header (RFC 6749, 2.3.1). */
    private record ClientCredentials(RequestDefinition definition, String client, Secret secret)
            implements Authorization.Grant {

        @Override
        public HttpRequest request() {
            byte[] known = (client + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
            return definition.request(
                    "",
                    Map.of(),
                    Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(known)),
                    WebParameters.JSON.createObjectNode());
        }

        @Override
        public Map<String, String> headers(WebAnswer answer) {
            return Authorization.bearer(answer);
        }
    }
}
