package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.events.shared.Secret;

/** A request and its answer, as the handlers of one position change them. */
final class HandlerRun {

    private final ApiRequest request;
    private Reply reply;
    private boolean mangled;

    /**
     * One that has not begun.
     *
     * @param reply null where there is no answer yet
     */
    HandlerRun(ApiRequest request, Reply reply) {
        this.request = request;
        this.reply = reply;
    }

    ApiRequest request() {
        return request;
    }

    Reply reply() {
        return reply;
    }

    AnswerFacts answer() {
        Reply now = reply;
        return now == null
                ? AnswerFacts.NONE
                : new AnswerFacts(() -> AnswerJson.of(now).json());
    }

    /** Answers otherwise. */
    void answer(int status, Map<String, Object> json) {
        reply = reply.status(status).whole(json);
    }

    /** Changes a part of the answer, and says whether there was one to change. */
    boolean change(List<String> path, Optional<Object> value) {
        if (reply == null) {
            return false;
        }
        AnswerJson answer = AnswerJson.of(reply);
        if (!answer.change(path, value)) {
            return false;
        }
        reply = reply.whole(answer.json());
        return true;
    }

    /** Whether parameters are others than they were. */
    boolean isMangled() {
        return mangled;
    }

    void parameter(String name, Optional<Secret> value) {
        mangled = true;
        Parameters before = request.parameters();
        Map<String, Object> changed = new LinkedHashMap<>(before.all());
        if (value.isPresent()) {
            changed.put(name, value.get().reveal());
        } else {
            changed.remove(name);
        }
        request.parameters(new Parameters(changed, before.uploads()));
    }
}
