package org.symbolon.api.machine;

import java.util.regex.Pattern;

/** Tells addresses from other texts, without asking a name service. */
final class IpText {

    private static final Pattern FOUR_NUMBERS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpText() {}

    static boolean isAddress(String text) {
        return FOUR_NUMBERS.matcher(text).matches() || COLONS.matcher(text).matches();
    }
}
