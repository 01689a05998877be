package org.symbolon.endtoend.reliability.badinput;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.symbolon.endtoend.harness.WireRequest;

/** A body that says something else than its content type, or nothing that anybody should send. */
final class BadBody {

    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String PART = "--x\r\nContent-Disposition: form-data; ";

    private final String name;
    private final String contentType;
    private final byte[] bytes;
    private final boolean neverFits;

    private BadBody(String name, String contentType, byte[] bytes, boolean neverFits) {
        this.name = name;
        this.contentType = contentType;
        this.bytes = bytes;
        this.neverFits = neverFits;
    }

    /** Bodies of one kind are mishandled by the same mistakes. */
    enum Kind {
        NO_JSON,
        /** JSON that is no object of parameters. */
        OTHER_JSON,
        TOO_MUCH,
        OTHER_TYPE,
        BROKEN_MULTIPART
    }

    static List<BadBody> of(Kind kind) {
        return switch (kind) {
            case NO_JSON -> noJson();
            case OTHER_JSON -> otherJson();
            case TOO_MUCH -> tooMuch();
            case OTHER_TYPE -> otherType();
            case BROKEN_MULTIPART -> brokenMultipart();
        };
    }

    static BadBody brokenJson() {
        return json("broken JSON", "{\"user\": ");
    }

    private static List<BadBody> noJson() {
        return List.of(
                brokenJson(),
                json("JSON and more", "{} {}"),
                json("blanks", "  "),
                json("NUL in the name of a parameter", "{\"a\\u0000\": 1}"),
                json("JSON that is no UTF-8", "{\"a\": \"\u00ff\"}"),
                json("JSON with wide characters", "{\u0000\"\u0000a\u0000\"\u0000:\u00001\u0000}\u0000"));
    }

    private static List<BadBody> otherJson() {
        return List.of(
                json("a list", "[{\"user\": \"user1\"}]"),
                json("a text", "\"user=user1\""),
                json("a number", "1"),
                json("the JSON null", "null"),
                new BadBody("one name twice", WireRequest.JSON, octets("{\"serial\": \"a\", \"serial\": [1]}"), false),
                new BadBody("nothing as JSON", WireRequest.JSON, octets(""), false));
    }

    private static List<BadBody> tooMuch() {
        return List.of(
                json("deep objects", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)),
                form("2 MB of form", "a=" + "z".repeat(2 << 20)),
                form("too many parameters", "a=&".repeat(1001)),
                json("deep lists", "{\"a\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}"),
                json("2 MB of JSON", "{\"a\": \"" + "z".repeat(2 << 20) + "\"}"),
                form("5 MB of multipart", MULTIPART, "z".repeat(5 << 20)));
    }

    private static List<BadBody> otherType() {
        return List.of(
                new BadBody("JSON as text", "text/plain", octets("{\"user\": {\"a\": 1}}"), false),
                new BadBody("a content type that is none", ";;/=\\\"", octets("user=user1"), false),
                new BadBody("XML", "application/xml", octets("<?xml version=\"1.0\"?><user/>"), false),
                form("NUL in the name of a parameter of a form", "a%00=1"),
                new BadBody("a form of signs", WireRequest.FORM, octets("&&=&==&a&%&?;"), false));
    }

    private static List<BadBody> brokenMultipart() {
        return List.of(
                form("multipart without an end", MULTIPART, PART + "name=\"user\"\r\n\r\na"),
                form("multipart without a boundary", "multipart/form-data", "--x\r\n\r\n--x--"),
                form("multipart without names", MULTIPART, "--x\r\nA: b\r\n\r\nc\r\n--x--\r\n"),
                form("multipart of anything", MULTIPART, "\u0000\u00ff\u0001--y\r\n\r\n"));
    }

    private static BadBody json(String name, String text) {
        return new BadBody(name, WireRequest.JSON, octets(text), true);
    }

    private static BadBody form(String name, String text) {
        return form(name, WireRequest.FORM, text);
    }

    private static BadBody form(String name, String contentType, String text) {
        return new BadBody(name, contentType, octets(text), true);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    String name() {
        return name;
    }

    /** Whether no route takes it under this method; a form is not looked at where a method has none, unless it is too long. */
    boolean neverFits(String method) {
        boolean looked = contentType.startsWith(WireRequest.JSON) || !method.equals("DELETE") || bytes.length > 1 << 20;
        return neverFits && looked;
    }

    WireRequest in(WireRequest request) {
        return request.with(contentType, bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
