package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.server.http.ApiRequest;

/** What becomes of the date at which a token's PIN is to be changed, now that a request sets it. */
public final class PinDueDate {

    private static final String KEY = "next_pin_change";

    private final Map<String, String> info = new HashMap<>();

    private PinDueDate() {}

    static void set(ApiRequest request, String date) {
        held(request).info.put(KEY, date);
    }

    static void remove(ApiRequest request) {
        held(request).info.put(KEY, null);
    }

    /** Entries of the token's info, where null removes one; empty if nothing changes. */
    public static Map<String, String> of(ApiRequest request) {
        return held(request).info;
    }

    private static PinDueDate held(ApiRequest request) {
        return request.own(PinDueDate.class, PinDueDate::new);
    }
}
