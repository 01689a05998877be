package org.symbolon.connectors.sms;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in braces that options of gateways have for the message and for whom it is for. */
final class Tags {

    static final String OTP = "otp";
    static final String PHONE = "phone";
    static final String UID = "uid";

    private static final Pattern TAG = Pattern.compile("\\{(" + OTP + "|" + PHONE + "|" + UID + ")\\}");

    private Tags() {}

    /** The template with those of the names replaced that have a value; all at once, so that no value is read as a template. */
    static String filled(String template, Map<String, String> values) {
        return TAG.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
