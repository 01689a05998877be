package org.symbolon.command.tokentype.oath;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.symbolon.command.tokentype.EnrolmentRequest;

/** Texts in the addresses that put tokens into apps. */
public final class AppText {

    private AppText() {}

    /** A template with the names of the token and its owner in the place of what stands for them. */
    public static String filled(String template, EnrolmentRequest request) {
        return template.replace("<s>", request.serial())
                .replace("{serial}", request.serial())
                .replace("<u>", request.holder().login())
                .replace("{user}", request.holder().login())
                .replace("<r>", request.holder().realm())
                .replace("{realm}", request.holder().realm())
                .replace("{givenname}", request.holder().givenName())
                .replace("{surname}", request.holder().surname());
    }

    /** Percent-encoded as in a path: a blank is %20 and a slash stays. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
