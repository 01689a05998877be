package org.symbolon.endtoend.harness;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import tools.jackson.databind.json.JsonMapper;

/** A request as it goes over the wire, good or bad, for a route and its parameters. */
public final class WireRequest {

    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String JSON = "application/json";
    private static final String BOUNDARY = "boundary-of-tests";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final List<String> UNREADABLE = List.of("%00", "%ff", "%c3%28", "%ed%a0%80");
    private static final byte[] NOTHING = {};
    private static final Pattern VARIABLE = Pattern.compile("<(\\w+)>");

    private final String method;
    private final String path;
    private final String contentType;
    private final byte[] body;

    public WireRequest(String method, String path, String contentType, byte[] body) {
        this.method = method;
        this.path = path;
        this.contentType = contentType;
        this.body = body;
    }

    /** Whether the route takes a file, which only a multipart body can bring. */
    public static boolean hasUpload(Route route) {
        return route.description().parameters().values().stream().anyMatch(shape -> shape.kind() == Shape.Kind.FILE);
    }

    /** With the parameters in the path, and the others in the query or, where the method has one, the form. */
    public static WireRequest encoded(Route route, Map<String, String> encodedValues) {
        Map<String, String> left = new LinkedHashMap<>(encodedValues);
        String path = path(route, left);
        if (hasUpload(route)) {
            return new WireRequest(route.method(), path, MULTIPART, multipart(route, left));
        }
        List<String> pairs = new ArrayList<>();
        left.forEach((name, value) -> pairs.add(encoded(name) + "=" + value));
        String joined = String.join("&", pairs);
        if (hasForm(route)) {
            return new WireRequest(route.method(), path, FORM, joined.getBytes(StandardCharsets.UTF_8));
        }
        return new WireRequest(route.method(), joined.isEmpty() ? path : path + "?" + joined, "", NOTHING);
    }

    /** Whether the route takes a file by this name. */
    public static boolean isUpload(Route route, String name) {
        Shape shape = route.description().parameters().get(name);
        return shape != null && shape.kind() == Shape.Kind.FILE;
    }

    /** With the path's parameters percent-encoded and the others, JSON texts all, in a JSON body. */
    public static WireRequest json(Route route, Map<String, String> encodedValues, Map<String, String> jsonValues) {
        List<String> members = new ArrayList<>();
        jsonValues.forEach((name, value) -> {
            if (!inPath(route, name)) {
                members.add(quoted(name) + ": " + value);
            }
        });
        String object = "{" + String.join(", ", members) + "}";
        return sound(route, encodedValues).with(JSON, object.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the path holds what cannot be decoded, so that no route can be named. */
    public boolean hasUnreadablePath() {
        String pathAlone = path.split("\\?", 2)[0];
        return UNREADABLE.stream().anyMatch(pathAlone::contains);
    }

    /** Each value byte for byte, as a file where the route takes one by that name. */
    private static byte[] multipart(Route route, Map<String, String> encodedValues) {
        StringBuilder body = new StringBuilder();
        encodedValues.forEach((name, value) -> body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append(isUpload(route, name) ? "\"; filename=\"file\"\r\n\r\n" : "\"\r\n\r\n")
                .append(URLDecoder.decode(value, StandardCharsets.ISO_8859_1))
                .append("\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static WireRequest sound(Route route, Map<String, String> encodedValues) {
        String path = path(route, new LinkedHashMap<>(encodedValues));
        return new WireRequest(route.method(), path, "", NOTHING);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    public WireRequest with(String otherType, byte[] otherBody) {
        return new WireRequest(method, path, otherType, otherBody);
    }

    public static boolean inPath(Route route, String name) {
        return route.template().contains("<" + name + ">");
    }

    public static boolean hasForm(Route route) {
        return route.method().equals("POST") || route.method().equals("PUT");
    }

    /** Fills the variables in and takes them out of the values. */
    private static String path(Route route, Map<String, String> values) {
        return VARIABLE.matcher(route.template()).replaceAll(found -> {
            String value = values.remove(found.group(1));
            return value == null ? "" : Matcher.quoteReplacement(value.replace("+", "%20"));
        });
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a JSON text. */
    public static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    @Override
    public String toString() {
        String shown = new String(body, StandardCharsets.UTF_8);
        String request = method + " " + path + (contentType.isEmpty() ? "" : " as " + contentType + ": " + shown);
        return request.length() > 300 ? request.substring(0, 300) + "..." : request;
    }
}
