package org.symbolon.api.kernel.wire;

import java.nio.charset.StandardCharsets;

/**
 * The bare HTML pages that answer what is no API request at all. They name nothing of the server and repeat nothing
 * of the request.
 */
public record HtmlPage(int status, String title, String text) {

    public static final String CONTENT_TYPE = "text/html; charset=utf-8";

    /** The page of a status; statuses without a text of their own get a general one. */
    public static HtmlPage of(int status) {
        return switch (status) {
            case 400 ->
                new HtmlPage(
                        400,
                        "Bad Request",
                        "The browser (or proxy) sent a request that this server could not understand.");
            case 404 ->
                new HtmlPage(
                        404,
                        "Not Found",
                        "The requested URL was not found on the server. If you entered the URL manually please check your"
                                + " spelling and try again.");
            case 405 -> new HtmlPage(405, "Method Not Allowed", "The method is not allowed for the requested URL.");
            case 308 -> new HtmlPage(308, "Redirecting...", "The resource has a slash at the end of its URL.");
            default -> new HtmlPage(status, "Error", "The request could not be answered.");
        };
    }

    public byte[] bytes() {
        return html().getBytes(StandardCharsets.UTF_8);
    }

    public String html() {
        String heading = status == 308 ? title : status + " " + title;
        return "<!doctype html>\n<html lang=en>\n<title>" + heading + "</title>\n<h1>" + title + "</h1>\n<p>" + text
                + "</p>\n";
    }
}
