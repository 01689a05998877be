package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.RequestId;

/** What is written onto a request for those who see it but not what the API made of it: the client and the access log. */
final class RequestMarks {

    /** Under which the log has the request's id. */
    static final String IN_THE_LOG = "request_id";

    static final String ID = "symbolon.request";

    /** Its action. The path itself can hold a one-time value ({@code /token/getserial/<otp>}). */
    static final String ACTION = "symbolon.action";

    private RequestMarks() {}

    static void of(ApiRequest request, HttpServletRequest source) {
        source.setAttribute(ID, request.id());
        source.setAttribute(ACTION, request.route().action());
    }

    /** Tells the client the id, so that he can name the request when he complains. */
    static void tell(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ID) instanceof String id) {
            response.setHeader(RequestId.HEADER, id);
        }
    }
}
