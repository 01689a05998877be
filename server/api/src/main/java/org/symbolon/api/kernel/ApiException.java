package org.symbolon.api.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * A refusal in the words of the wire format. Each factory is one category of the error table and fixes HTTP status,
 * code and whether the text gets the prefix {@code ERRnnn: }; the message is the text as it goes out. It has no stack
 * trace: it is an answer, not a fault.
 */
public final class ApiException extends RuntimeException {

    private static final String INTERNAL = "500 Internal Server Error: The server encountered an internal error and was"
            + " unable to complete your request. Either the server is overloaded or there is an error in the"
            + " application.";

    private final int status;
    private final int code;
    private final Map<String, ?> detail;
    private final boolean page;

    private ApiException(int status, int code, String message, Map<String, ?> detail, boolean page) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.page = page;
    }

    /** Any of the codes that are answered with HTTP 400 and a prefixed text. */
    public static ApiException of(int code, String text) {
        return new ApiException(400, code, "ERR" + code + ": " + text, null, false);
    }

    public static ApiException parameter(String text) {
        return of(905, text);
    }

    public static ApiException missingParameter(String name) {
        return parameter("Missing parameter: '" + name + "'");
    }

    public static ApiException user(String text) {
        return of(904, text);
    }

    public static ApiException server(String text) {
        return of(903, text);
    }

    public static ApiException validate(String text) {
        return of(401, text);
    }

    /** Somebody cannot register himself. */
    public static ApiException registration(String text) {
        return of(402, text);
    }

    public static ApiException configAdmin(String text) {
        return of(302, text);
    }

    public static ApiException tokenAdmin(String text) {
        return of(301, text);
    }

    public static ApiException policy(String text) {
        return raw(403, 303, text);
    }

    public static ApiException notFound(String text) {
        return raw(404, 601, text);
    }

    /** The caller is not who he must be; codes 403, 4031 to 4033 and 4304 to 4306. */
    public static ApiException authentication(int code, String text) {
        return raw(401, code, text);
    }

    /** As {@link #authentication(int, String)} with what the check of the password or token had to say. */
    public static ApiException authentication(int code, String text, Map<String, ?> detail) {
        return new ApiException(401, code, text, detail, false);
    }

    /** The server is at fault; the cause is in the log, not in the answer. */
    public static ApiException internal() {
        return raw(500, -500, INTERNAL);
    }

    public static ApiException database() {
        return raw(500, -600, "A database error occurred.");
    }

    /** Something that was stored about what is asked for cannot be read; the log has more, and so has the command line. */
    public static ApiException unreadableEvent(long index) {
        return raw(
                500,
                -600,
                "Event " + index
                        + " in the database cannot be read, and nothing is decided without it. Whoever runs the"
                        + " server learns more from 'symbolon events check'.");
    }

    /** The request took too long to arrive (RFC 9110, 15.5.9). */
    public static ApiException tooSlow() {
        return raw(408, 905, "ERR905: The request took too long to arrive.");
    }

    /** Something else is at it, or is done already (RFC 9110, 15.5.10). */
    public static ApiException conflict(String text) {
        return raw(409, 905, "ERR905: " + text);
    }

    /** What is asked for does not go with what was asked before (RFC 9110, 15.5.21). */
    public static ApiException unprocessable(String text) {
        return raw(422, 905, "ERR905: " + text);
    }

    /** Others are first (RFC 6585, 4). */
    public static ApiException tooMany(String text) {
        return raw(429, 403, text);
    }

    /** There is too much to do at the moment; the same may go well later (RFC 9110, 15.6.4). */
    public static ApiException busy() {
        return raw(503, -500, "The server is busy. Try again later.");
    }

    /** The server goes down, and what is under way ends where it can (RFC 9110, 15.6.4). */
    public static ApiException stopping(String text) {
        return raw(503, -500, text);
    }

    /** The database is away; the same may go well later. */
    public static ApiException unavailable() {
        return raw(503, -600, "The database is not available. Try again later.");
    }

    /** HTTP 400 as an HTML page, the answer to an upload without its file. */
    public static ApiException missingUpload(String name) {
        return new ApiException(400, 400, "Missing upload: '" + name + "'", null, true);
    }

    private static ApiException raw(int status, int code, String text) {
        return new ApiException(status, code, text, null, false);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The number in {@code result.error.code}. */
    public int code() {
        return code;
    }

    /** Whether it is the database that is away. */
    public boolean isOutage() {
        return status == 503 && code == -600;
    }

    public Optional<Map<String, ?>> detail() {
        return Optional.ofNullable(detail);
    }

    /** Whether it is answered with an HTML page instead of the envelope. */
    public boolean isPage() {
        return page;
    }
}
