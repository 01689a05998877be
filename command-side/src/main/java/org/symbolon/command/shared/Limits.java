package org.symbolon.command.shared;

import org.symbolon.command.error.Refusal;

/** The lengths of the documented columns, in characters: what is longer is refused before any table sees it. */
public final class Limits {

    public static final int SERIAL = 40;
    public static final int DESCRIPTION = 80;
    public static final int INFO_KEY = 255;
    public static final int SETTING_KEY = 255;
    public static final int SETTING_VALUE = 2000;
    /** Its column takes 255, and so does that of the aggregate's identifier, which has {@code realm/} before the name. */
    public static final int REALM_NAME = 249;

    public static final int RESOLVER_NAME = 120;
    public static final int ADMIN_NAME = 120;
    public static final int EMAIL = 255;
    public static final int POLICY_NAME = 64;
    public static final int POLICY_SCOPE = 32;
    public static final int POLICY_ACTION = 2000;
    public static final int POLICY_LIST = 256;
    public static final int POLICY_TIME = 64;
    public static final int CONDITION_TEXT = 255;
    public static final int CONDITION_VALUE = 2000;
    public static final int SEED = 1391;
    public static final int PIN = 255;

    public static final int TEXT = 255;
    public static final int TRANSACTION_ID = 64;
    public static final int CHALLENGE_TEXT = 512;
    public static final int NONCE = 128;
    public static final int PORT = 65_535;
    public static final int SECONDS = 86_400;
    private static final int AGGREGATE = 255;

    private Limits() {}

    /**
     * Answers the number if it lies in the range, both ends included; null is none and passes.
     *
     * @throws Refusal 905 if it does not
     */
    public static Integer range(String parameter, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw Refusal.parameter("Parameter '" + parameter + "' must be a number from " + least + " to " + most);
        }
        return value;
    }

    /** How long a name may be whose aggregate's identifier has this prefix before it; other columns take more. */
    public static int nameAfter(String prefix) {
        return AGGREGATE - prefix.length();
    }

    /**
     * Answers the value if it fits.
     *
     * @throws Refusal 905 if it has more characters than its column
     */
    public static String check(String parameter, String value, int maximum) {
        if (value != null && value.codePointCount(0, value.length()) > maximum) {
            throw Refusal.parameter("Parameter '" + parameter + "' must not be longer than " + maximum + " characters");
        }
        return value;
    }
}
