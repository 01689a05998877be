package org.symbolon.api.kernel;

import java.util.regex.Pattern;

/** The name that a client gives to the file it downloads. It becomes part of a header, so it may hold little. */
public final class AttachmentName {

    private static final Pattern ALLOWED = Pattern.compile("[\\w.\\-]{1,100}");

    private AttachmentName() {}

    /** Answers the name itself. */
    public static String checked(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw ApiException.parameter("The name of the file may hold letters, digits, dots and hyphens only");
        }
        return name;
    }
}
