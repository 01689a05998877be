package org.symbolon.connectors.web;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a store over HTTP is asked, and what its answers mean.
 *
 * @param base what goes before endpoints
 * @param timeout for the whole of a question, the token that it needs included
 * @param verify whether certificates must hold
 * @param authorities the file of those whose certificates hold; empty for the system's
 * @param mapping what the store calls an attribute, by the name that it has here, {@code username} and {@code userid} included;
 *     empty to take the answer's own names
 * @param values what all templates may name
 * @param service what templates may name besides, where a token is asked for
 * @param groups how the groups of a user are told
 * @param sizeLimit how many users a search looks through at most
 */
record WebSettings(
        String base,
        Duration timeout,
        boolean verify,
        Optional<Path> authorities,
        boolean editable,
        Map<String, String> mapping,
        Map<Operation, RequestDefinition> requests,
        Map<String, String> values,
        Map<String, String> service,
        Optional<WebGroups> groups,
        int sizeLimit) {

    static final String USERNAME = "username";
    static final String USER_ID = "userid";
    static final String PASSWORD = "password";
    static final String MAPPING = "attribute_mapping";

    private static final int DEFAULT_TIMEOUT = 10;
    private static final int LONGEST = 120;
    private static final int DEFAULT_SIZE_LIMIT = 1000;
    private static final int MOST_USERS = 100_000;
    private static final List<String> BASIC = List.of(
            "endpoint",
            "method",
            "requestMapping",
            "headers",
            "responseMapping",
            "hasSpecialErrorHandler",
            "errorResponse");

    /**
     * Reads them.
     *
     * @param values what templates of the type may name
     */
    static WebSettings of(WebParameters parameters, Map<String, String> values) {
        Map<String, String> headers = new HashMap<>(WebParameters.texts("headers", parameters.object("headers")));
        ObjectNode groups = parameters.object(Operation.GROUPS.key());
        return new WebSettings(
                parameters.text("base_url", ""),
                Duration.ofSeconds(parameters.number("timeout", DEFAULT_TIMEOUT, 1, LONGEST)),
                parameters.flag("verify_tls", true),
                file(parameters.text("tls_ca_path", "")),
                parameters.flag("Editable", false),
                mapping(parameters),
                requests(parameters, headers),
                values,
                Map.of(
                        USERNAME, parameters.text(USERNAME, ""),
                        PASSWORD, parameters.secret(PASSWORD).reveal()),
                WebGroups.of(groups),
                parameters.number("size_limit", DEFAULT_SIZE_LIMIT, 1, MOST_USERS));
    }

    private static Optional<Path> file(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException malformed) {
            throw new IllegalArgumentException("tls_ca_path is no path");
        }
    }

    private static Map<String, String> mapping(WebParameters parameters) {
        Map<String, String> mapping = WebParameters.texts(MAPPING, parameters.object(MAPPING));
        if (!mapping.isEmpty() && !mapping.keySet().containsAll(List.of(USERNAME, USER_ID))) {
            throw new IllegalArgumentException(MAPPING + " lacks username or userid");
        }
        return mapping;
    }

    private static Map<Operation, RequestDefinition> requests(WebParameters parameters, Map<String, String> headers) {
        Map<Operation, RequestDefinition> requests = new EnumMap<>(Operation.class);
        String base = parameters.text("base_url", "");
        for (Operation operation : Operation.values()) {
            RequestDefinition.of(operation.key(), parameters.object(operation.key()), headers)
                    .ifPresent(request -> requests.put(operation, request.checked(base)));
        }
        if (!requests.containsKey(Operation.BY_ID) && parameters.has("endpoint")) {
            RequestDefinition.of("endpoint", basic(parameters), headers)
                    .ifPresent(request -> requests.put(Operation.BY_ID, request.checked(base)));
        }
        return requests;
    }

    /** The one request that the resolvers of before could describe, by entries of its own. */
    private static ObjectNode basic(WebParameters parameters) {
        ObjectNode basic = WebParameters.JSON.createObjectNode();
        BASIC.stream().filter(parameters::has).forEach(key -> basic.put(key, parameters.text(key, "")));
        return basic;
    }

    Optional<RequestDefinition> request(Operation operation) {
        return Optional.ofNullable(requests.get(operation));
    }

    /** It may hold secrets. */
    @Override
    public String toString() {
        return "WebSettings[" + base + "]";
    }

    /** The same with another request of that kind. */
    WebSettings with(Operation operation, RequestDefinition request) {
        Map<Operation, RequestDefinition> all = new EnumMap<>(requests);
        all.put(operation, request);
        return new WebSettings(
                base,
                timeout,
                verify,
                authorities,
                editable,
                mapping,
                Map.copyOf(all),
                values,
                service,
                groups,
                sizeLimit);
    }
}
