package org.symbolon.server.policy;

import java.util.Map;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.server.http.ApiRequest;

/** What policies say to the type of the token that a request enrols. */
public final class RequestedTerms {

    private TypeTerms terms = TypeTerms.NONE;

    private RequestedTerms() {}

    static void say(ApiRequest request, Map<String, String> said) {
        held(request).terms = new TypeTerms(said);
    }

    public static TypeTerms of(ApiRequest request) {
        return held(request).terms;
    }

    private static RequestedTerms held(ApiRequest request) {
        return request.own(RequestedTerms.class, RequestedTerms::new);
    }
}
