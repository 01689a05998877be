package org.symbolon.server.command;

import java.util.function.Function;
import org.symbolon.events.audit.RequestAnswered;
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
    private Reply reply;

    AuditedAnswer(ApiRequest request, Function<R, Reply> answer) {
        this.request = request;
        this.answer = answer;
    }

    @SuppressWarnings("unchecked") // the sender knows what its command's handler answers
    RequestAnswered factOf(Object result) {
        reply = answer.apply((R) result);
        return RequestFacts.of(request);
    }

    Reply reply() {
        return reply;
    }
}
