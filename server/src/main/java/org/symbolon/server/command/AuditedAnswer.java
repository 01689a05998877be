package org.symbolon.server.command;

import java.util.function.Function;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;

/**
 * What a request will answer once its command has a result, and the audit's fact about it. It travels with the command,
 * so that the fact is appended in the command's own transaction.
 */
final class AuditedAnswer<R> {

    static final String KEY = "answer";

    private final ApiRequest request;
    private final Function<R, Reply> answer;
    private final boolean stands;
    private Reply reply;
    private ApiException refusal;

    /**
     * An answer.
     *
     * @param stands whether what has happened stands though it may not be answered so
     */
    AuditedAnswer(ApiRequest request, Function<R, Reply> answer, boolean stands) {
        this.request = request;
        this.answer = answer;
        this.stands = stands;
    }

    @SuppressWarnings("unchecked") // the sender knows what its command's handler answers
    RequestAnswered factOf(Object result) {
        refusal = null;
        try {
            reply = answer.apply((R) result);
        } catch (ApiException forbidden) {
            if (!stands) {
                throw forbidden;
            }
            refusal = forbidden;
            request.notes().refused(forbidden);
        }
        return RequestFacts.of(request);
    }

    /**
     * The answer to what has happened.
     *
     * @throws ApiException if it has happened and yet may not be answered so
     */
    Reply reply() {
        if (refusal != null) {
            throw refusal;
        }
        return reply;
    }
}
