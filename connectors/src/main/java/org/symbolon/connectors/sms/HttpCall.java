package org.symbolon.connectors.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.WebAddress;
import tools.jackson.databind.json.JsonMapper;

/** One call of a gateway over HTTP, as its definition says. What is no option of the provider is a parameter of the call. */
final class HttpCall {

    private static final String METHOD = "HTTP_METHOD";
    private static final String CHECKED = "CHECK_SSL";
    private static final String AS_JSON = "SEND_DATA_AS_JSON";
    private static final String SUCCESS = "RETURN_SUCCESS";
    private static final String FAILURE = "RETURN_FAIL";
    private static final String USERNAME = "USERNAME";
    private static final String PASSWORD = "PASSWORD";
    private static final String PROXY = "PROXY";
    private static final String TIMEOUT = "TIMEOUT";

    private static final Set<String> OPTIONS = Set.of(
            "URL",
            METHOD,
            CHECKED,
            AS_JSON,
            SUCCESS,
            FAILURE,
            USERNAME,
            PASSWORD,
            "REGEXP",
            PROXY,
            "HTTP_PROXY",
            "HTTPS_PROXY",
            TIMEOUT,
            "UID_TOKENINFO_ATTRIBUTE",
            "POST_CHECK_URL");

    private static final Set<Integer> TAKEN = Set.of(200, 201, 202);
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);
    private static final Duration PRESET_TIMEOUT = Duration.ofSeconds(3);
    private static final int LAST_PORT = 65_535;
    private static final JsonMapper JSON = new JsonMapper();

    private final Gateway gateway;
    private final URI address;
    private final Map<String, String> parameters;

    private HttpCall(Gateway gateway, URI address, Map<String, String> parameters) {
        this.gateway = gateway;
        this.address = address;
        this.parameters = parameters;
    }

    /**
     * The call of this address.
     *
     * @throws TextNotSentException if the definition cannot be used
     */
    static HttpCall of(Gateway gateway, String address, Map<String, String> tags) {
        Map<String, String> parameters = new TreeMap<>();
        gateway.options().forEach((name, value) -> {
            if (!OPTIONS.contains(name)) {
                parameters.put(name, Tags.filled(value.reveal(), tags));
            }
        });
        return new HttpCall(gateway, uri(gateway, address), parameters);
    }

    private static URI uri(Gateway gateway, String address) {
        return WebAddress.read(address).orElseThrow(() -> wrong(gateway, "an address is none"));
    }

    private static TextNotSentException wrong(Gateway gateway, String what) {
        return new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, what);
    }

    /** How long it may take in all. */
    Duration timeout() {
        String seconds = gateway.option(TIMEOUT).orElse("").strip();
        if (seconds.isEmpty()) {
            return PRESET_TIMEOUT;
        }
        if (!seconds.matches("\\d{1,5}(?:\\.\\d{1,3})?") || Double.parseDouble(seconds) == 0) {
            throw wrong(gateway, TIMEOUT + " is no number of seconds");
        }
        return Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000));
    }

    BoundedHttp.Way way() {
        boolean checked = !gateway.option(CHECKED).orElse("yes").strip().equalsIgnoreCase("no");
        return new BoundedHttp.Way(checked, proxy());
    }

    private Optional<InetSocketAddress> proxy() {
        String scheme = address.getScheme().toUpperCase(Locale.ROOT);
        return gateway.option(scheme + "_PROXY")
                .or(() -> gateway.option(PROXY))
                .map(String::strip)
                .map(this::proxy);
    }

    private InetSocketAddress proxy(String written) {
        try {
            URI uri = new URI(written.contains("://") ? written : "http://" + written);
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getPort() > LAST_PORT) {
                throw wrong(gateway, "a proxy is none that can be used");
            }
            return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
        } catch (URISyntaxException malformed) {
            throw wrong(gateway, "a proxy is none that can be used");
        }
    }

    HttpRequest request() {
        String method = gateway.option(METHOD).orElse("GET").strip().toUpperCase(Locale.ROOT);
        return switch (method) {
            case "GET" -> complete(HttpRequest.newBuilder(withQuery()).GET());
            case "POST" ->
                isJson()
                        ? posting(JSON.writeValueAsString(parameters), "application/json")
                        : posting(form(), "application/x-www-form-urlencoded");
            default -> throw wrong(gateway, METHOD + " is neither GET nor POST");
        };
    }

    private boolean isJson() {
        return gateway.option(AS_JSON).orElse("no").strip().equalsIgnoreCase("yes");
    }

    /** The request that sends a document of this type. */
    HttpRequest posting(String document, String type) {
        return complete(HttpRequest.newBuilder(withoutUser(address.getRawQuery()))
                .setHeader("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    private HttpRequest complete(HttpRequest.Builder request) {
        try {
            gateway.headers().forEach((name, value) -> request.setHeader(name, value.reveal()));
            credentials().ifPresent(known -> request.setHeader("Authorization", known));
            return request.build();
        } catch (IllegalArgumentException refused) {
            throw wrong(gateway, "a header cannot be sent");
        }
    }

    private URI withQuery() {
        String own = address.getRawQuery();
        if (parameters.isEmpty()) {
            return withoutUser(own);
        }
        return withoutUser(own == null || own.isEmpty() ? form() : own + "&" + form());
    }

    private String form() {
        return WebAddress.form(parameters);
    }

    /** A name and a password in an address are sent as a header, as browsers do it. */
    private URI withoutUser(String query) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return URI.create(
                address.getScheme() + "://" + WebAddress.host(address) + path + (query == null ? "" : "?" + query));
    }

    private Optional<String> credentials() {
        return gateway.option(USERNAME)
                .map(name -> name + ":" + gateway.option(PASSWORD).orElse(""))
                .or(() -> Optional.ofNullable(address.getRawUserInfo()).map(HttpCall::decoded))
                .map(known -> "Basic " + Base64.getEncoder().encodeToString(known.getBytes(UTF_8)));
    }

    private static String decoded(String userInfo) {
        return URLDecoder.decode(userInfo.replace("+", "%2B"), UTF_8);
    }

    /**
     * Looks whether the message was taken: by the code, and by what the definition says is in the text.
     *
     * @throws TextNotSentException if it was not
     */
    void requireTaken(BoundedHttp.Answer answer) {
        if (!TAKEN.contains(answer.status())) {
            Trouble trouble = NOT_LET_IN.contains(answer.status()) ? Trouble.LOGIN : Trouble.REJECTED;
            throw new TextNotSentException(gateway.identifier(), trouble, "code " + answer.status());
        }
        Optional<String> success = gateway.option(SUCCESS);
        boolean taken = success.isPresent()
                ? answer.text().contains(success.get())
                : gateway.option(FAILURE).filter(answer.text()::contains).isEmpty();
        if (!taken) {
            throw new TextNotSentException(gateway.identifier(), Trouble.REJECTED, "by the text of its answer");
        }
    }
}
