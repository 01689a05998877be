package org.symbolon.command.tokentype.tiqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.symbolon.command.tokentype.ocra.Ocra;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tiqr app, as far as a server sees it: it scans two kinds of addresses, and calls those that it has learnt by the first one. */
public final class SoftTiqr {

    private static final JsonMapper JSON = new JsonMapper();

    /** Calls an address with these fields, and answers what it says. */
    @FunctionalInterface
    public interface Telephone {
        String call(String address, Map<String, String> fields);
    }

    private final Telephone telephone;
    private final Secret secret;
    private JsonNode known;

    /**
     * One that has made this secret.
     *
     * @param secret in hexadecimal digits
     */
    public SoftTiqr(Telephone telephone, String secret) {
        this.telephone = telephone;
        this.secret = Secret.of(secret);
    }

    /** Scans what an enrolment shows, and takes part in it; answers what the server says at the end. */
    public String enrol(String scanned) {
        String told = get(scanned.substring("tiqrenroll://".length()));
        known = JSON.readTree(told);
        if (known.path("service").isMissingNode()) {
            return told;
        }
        String address = service("enrollmentUrl");
        Map<String, String> fields = query(address);
        fields.putAll(Map.of(
                "secret",
                secret.reveal(),
                "operation",
                "register",
                "language",
                "en",
                "notificationType",
                "APNS",
                "notificationAddress",
                "0123"));
        return telephone.call(base(address), fields);
    }

    /** What it shows of the account that it was enrolled for. */
    public JsonNode known() {
        return known;
    }

    private String service(String name) {
        return known.path("service").path(name).asString("");
    }

    private String get(String address) {
        return telephone.call(base(address), query(address));
    }

    private static String base(String address) {
        return address.substring(0, address.indexOf('?'));
    }

    private static Map<String, String> query(String address) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    /** Scans what a log-in shows, and sends the response; answers what the server says. */
    public String confirm(String scanned) {
        return send(scanned, this::response);
    }

    /** The same with a response of one's own. */
    public String confirm(String scanned, String response) {
        return send(scanned, question -> response);
    }

    private String send(String scanned, Function<String, String> response) {
        String[] parts = scanned.substring("tiqrauth://".length()).split("/", -1);
        Map<String, String> fields = new TreeMap<>();
        fields.put("sessionKey", parts[1]);
        fields.put("userId", URLDecoder.decode(parts[0].substring(0, parts[0].indexOf('@')), UTF_8));
        fields.put("response", response.apply(parts[2]));
        fields.put("operation", "login");
        return telephone.call(service("authenticationUrl"), fields);
    }

    private String response(String question) {
        OcraSuite suite = OcraSuite.read(service("ocraSuite"));
        return Ocra.of(suite, secret, Secret.EMPTY)
                .orElseThrow()
                .response(Ocra.question(suite.format(), question).orElseThrow(), new Ocra.Moment(0, "", 0));
    }
}
