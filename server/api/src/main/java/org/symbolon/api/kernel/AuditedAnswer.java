package org.symbolon.api.kernel;

import java.util.function.Function;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.policy.matching.PolicyRefusal;

/** What a request will answer once its command has a result, and the audit's fact about it. */
final class AuditedAnswer<R> {

    private final ApiRequest request;
    private final Function<R, Reply> answer;
    private final boolean stands;
    private R result;
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

    RequestAnswered factOf(R decided) {
        result = decided;
        refusal = null;
        try {
            reply = answer.apply(decided);
        } catch (ApiException forbidden) {
            refuse(forbidden);
        } catch (Refusal forbidden) {
            refuse(Refusals.onTheWire(forbidden));
        } catch (PolicyRefusal forbidden) {
            refuse(ApiException.policy(forbidden.getMessage()));
        }
        if (isPostponed()) {
            return null;
        }
        request.decided();
        return RequestFacts.of(request);
    }

    /** Whether there is no answer yet, of which the audit would tell. */
    boolean isPostponed() {
        return refusal == null && reply.postponement().isPresent();
    }

    private void refuse(ApiException forbidden) {
        if (!stands) {
            throw forbidden;
        }
        refusal = forbidden;
        request.notes().refused(forbidden);
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

    /** What has happened. */
    R result() {
        return result;
    }
}
