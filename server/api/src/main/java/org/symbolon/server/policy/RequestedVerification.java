package org.symbolon.server.policy;

import org.symbolon.server.http.ApiRequest;

/** Whether policies want the token that a request enrols to show one of its values before it is good. */
public final class RequestedVerification {

    private boolean wanted;

    private RequestedVerification() {}

    static void want(ApiRequest request) {
        held(request).wanted = true;
    }

    public static boolean isWanted(ApiRequest request) {
        return held(request).wanted;
    }

    private static RequestedVerification held(ApiRequest request) {
        return request.own(RequestedVerification.class, RequestedVerification::new);
    }
}
