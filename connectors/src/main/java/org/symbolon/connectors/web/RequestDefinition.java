package org.symbolon.connectors.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of request, as a definition describes it.
 *
 * @param key what the definition calls it
 * @param endpoint where it goes, behind the store's base; a whole address where it begins with {@code http}
 * @param mapping what is sent: as a query with GET and DELETE, else as JSON or as a form; texts in it are templates
 * @param responseMapping templates of what is made of the answer; empty to take it as it is
 * @param failure what an answer contains that means a failure although its code does not; empty for nothing
 */
record RequestDefinition(
        String key,
        String method,
        String endpoint,
        Map<String, String> headers,
        ObjectNode mapping,
        Map<String, String> responseMapping,
        ObjectNode failure) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");
    private static final Set<String> WITH_BODY = Set.of("POST", "PATCH", "PUT");
    private static final String CONTENT_TYPE = "content-type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern ONE_SERVER = Pattern.compile("(?i)https?://[^/?#{}]+(?:[/?#]|$)");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads one; empty where there is none, so that the store cannot do what it is for.
     *
     * @param usualHeaders those that it has unless it names its own
     */
    static Optional<RequestDefinition> of(String key, ObjectNode written, Map<String, String> usualHeaders) {
        if (written.path("endpoint").isMissingNode() && written.path("method").isMissingNode()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(written.has("headers") ? WebParameters.texts(key, headers(key, written)) : usualHeaders);
        RequestDefinition definition = new RequestDefinition(
                key,
                method(written.path("method").asString("get")),
                written.path("endpoint").asString(""),
                headers,
                mapping(key, written.path("requestMapping"), headers),
                WebParameters.texts(key, written.path("responseMapping")),
                isSet(written.path("hasSpecialErrorHandler"))
                        ? WebParameters.nested(key, written.path("errorResponse"))
                        : WebParameters.JSON.createObjectNode());
        headers.forEach(definition::requireHeader);
        return Optional.of(definition);
    }

    /** Of a flag any text counts that does not deny it, as with eduMFA. */
    static boolean isSet(JsonNode flag) {
        String text = WebParameters.text(flag).strip();
        return !text.isEmpty() && !Set.of("0", "false").contains(text.toLowerCase(Locale.ROOT));
    }

    private static JsonNode headers(String key, ObjectNode written) {
        return WebParameters.nested(key, written.path("headers"));
    }

    private static String method(String name) {
        String method = name.strip().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("Invalid method '" + name + "'!");
        }
        return method;
    }

    private static ObjectNode mapping(String key, JsonNode written, Map<String, String> headers) {
        boolean asForm = written.isString() && !written.asString().strip().startsWith("{");
        return asForm && isForm(headers) ? WebParameters.form(written.asString()) : WebParameters.nested(key, written);
    }

    private static boolean isForm(Map<String, String> headers) {
        return headers.getOrDefault(CONTENT_TYPE, "").toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private void requireHeader(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, Template.filled(value, Map.of()));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(key + " has a header that cannot be sent");
        }
    }

    /** The same, once it is known that it leads somewhere whatever its templates are filled with; no template chooses a server. */
    RequestDefinition checked(String base) {
        String address = endpoint.startsWith("http") ? endpoint : base + endpoint;
        uri(address.replaceAll("\\{[^{}]+\\}", "x"));
        if (!ONE_SERVER.matcher(address).lookingAt()) {
            throw noAddress();
        }
        return this;
    }

    /** The same with more parameters, over its own. */
    RequestDefinition with(ObjectNode more) {
        ObjectNode all = mapping.deepCopy();
        all.setAll(more);
        return new RequestDefinition(key, method, endpoint, headers, all, responseMapping, failure);
    }

    /** The same to another address, with nothing but what stands in that. */
    RequestDefinition to(String address) {
        return new RequestDefinition(
                key, method, address, headers, WebParameters.JSON.createObjectNode(), responseMapping, failure);
    }

    boolean mentions(String tag) {
        return mapping.toString().contains("{" + tag + "}") || endpoint.contains("{" + tag + "}");
    }

    /**
     * The request.
     *
     * @param base what goes before the endpoint
     * @param values what its templates are filled with
     * @param authorization headers that let it in
     * @param data what is sent as it is, beside the mapping
     */
    HttpRequest request(String base, Map<String, String> values, Map<String, String> authorization, ObjectNode data) {
        ObjectNode sent = (ObjectNode) Template.filled(mapping, values);
        sent.setAll(data);
        String address = Template.filledAndEncoded(endpoint.startsWith("http") ? endpoint : base + endpoint, values);
        boolean withBody = WITH_BODY.contains(method);
        HttpRequest.Builder request = HttpRequest.newBuilder(withBody ? uri(address) : uri(queried(address, sent)));
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> all.put(name, Template.filled(value, values)));
        all.putAll(authorization);
        if (withBody) {
            all.putIfAbsent(CONTENT_TYPE, "application/json");
        }
        try {
            all.forEach(request::setHeader);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(key + " has a header that cannot be sent");
        }
        return request.method(method, withBody ? body(sent) : BodyPublishers.noBody())
                .build();
    }

    private HttpRequest.BodyPublisher body(ObjectNode sent) {
        return BodyPublishers.ofString(isForm(headers) ? form(sent) : sent.toString());
    }

    private static String queried(String address, ObjectNode sent) {
        if (sent.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + form(sent);
    }

    private static String form(ObjectNode sent) {
        return sent.properties().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(WebParameters.text(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI uri(String address) {
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= LAST_PORT
                    && Set.of("http", "https").contains(scheme)) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw noAddress();
        }
        throw noAddress();
    }

    private IllegalArgumentException noAddress() {
        return new IllegalArgumentException(
                key + " leads to no address that begins with http:// or https:// and a host");
    }

    /** Whether an answer means a failure although its code does not. */
    boolean meansFailure(JsonNode answer) {
        return !failure.isEmpty()
                && failure.properties().stream()
                        .allMatch(entry -> entry.getValue().equals(answer.path(entry.getKey())));
    }

    /** Secrets may be written into it. */
    @Override
    public String toString() {
        return "RequestDefinition[" + key + "]";
    }
}
