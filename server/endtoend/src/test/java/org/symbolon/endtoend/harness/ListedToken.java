package org.symbolon.endtoend.harness;

/** What {@code GET /token/} shows of a token. */
public final class ListedToken {

    public static final String MICROSECONDS =
            "\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d[.]\\\\d{6}[+]00:00";
    public static final String MINUTES = "\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d[+]0000";

    private static final String FRESH =
            """
            {"id": "<int>", "serial": "%s", "tokentype": "hotp", "description": "", "active": true, "revoked": false,
             "locked": false, "count": 0, "count_window": 10, "sync_window": 1000, "failcount": 0, "maxfail": 10,
             "otplen": 6, "rollout_state": "", "realms": [], "tokengroup": [],
             "info": {"created_at": "~%s", "hashlib": "sha1", "tokenkind": "software"},
             "resolver": "", "user_id": "", "username": "", "user_realm": ""}
            """;

    private ListedToken() {}

    /** A HOTP token that was just enrolled for nobody. */
    public static String of(String serial) {
        return FRESH.formatted(serial, MICROSECONDS);
    }

    /** As {@link #of(String)}, but for the entries that are given. */
    public static String of(String serial, String differing) {
        return ExpectedJson.overlaid(of(serial), differing);
    }
}
