package org.symbolon.server.policy;

import org.symbolon.server.http.ApiRequest;

/** Whether policies want the PIN that a request sets to be kept so that it can be read again. */
public final class ReadablePin {

    private boolean wanted;

    private ReadablePin() {}

    static void want(ApiRequest request) {
        held(request).wanted = true;
    }

    public static boolean isWanted(ApiRequest request) {
        return held(request).wanted;
    }

    private static ReadablePin held(ApiRequest request) {
        return request.own(ReadablePin.class, ReadablePin::new);
    }
}
