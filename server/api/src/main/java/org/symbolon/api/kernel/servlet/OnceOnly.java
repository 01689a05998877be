package org.symbolon.api.kernel.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.RequestAudit;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.api.kernel.idempotency.IdempotencyKey;
import org.symbolon.command.idempotency.port.IdempotencyKeys;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.command.idempotency.port.Turn;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;

/**
 * Does requests once that say so, however often they are sent: whoever repeats one gets the answer of before. A refusal is kept for
 * nobody, since nothing has come of it.
 */
@Component
final class OnceOnly {

    /** The header of an answer that was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int MOST_OF_ADMINISTRATOR = 10_000;
    private static final int MOST_OF_USER = 100;
    private static final int PARTS = 3;

    private final IdempotencyKeys keys;
    private final RequestPolicing policing;
    private final RequestAudit audit;
    private final Faults faults;

    OnceOnly(IdempotencyKeys keys, RequestPolicing policing, RequestAudit audit, Faults faults) {
        this.keys = keys;
        this.policing = policing;
        this.audit = audit;
        this.faults = faults;
    }

    /** Answers by doing what was asked for. */
    interface Work {
        Answer answer(ApiRequest request, Handler handler) throws Exception;
    }

    /**
     * The answer to the request, of now or of before. What was done already needs the right and no room: the token that was made may
     * have been the last one that there may be.
     */
    Answer answer(ApiRequest request, KeyedRequest keyed, Work work) throws Exception {
        Optional<Turn> past = keys.past(keyed);
        if (past.isPresent()) {
            policing.requireRight(request);
            return known(request, past.get());
        }
        Handler handler = policing.before(request);
        Turn turn = keys.take(keyed, mostOf(request.caller()));
        return turn instanceof Turn.Taken taken ? done(request, handler, taken, work) : known(request, turn);
    }

    private static int mostOf(Caller caller) {
        return caller instanceof Caller.RealmUser ? MOST_OF_USER : MOST_OF_ADMINISTRATOR;
    }

    private Answer done(ApiRequest request, Handler handler, Turn.Taken turn, Work work) throws Exception {
        request.whenDecided(() -> decide(request, turn));
        try {
            Answer answer = work.answer(request, handler);
            keep(request, turn, answer);
            return answer;
        } catch (Exception refusal) {
            giveBack(request, turn);
            throw refusal;
        }
    }

    /** Within the transaction that does it, of which nothing comes if somebody else was taken for it meanwhile. */
    private void decide(ApiRequest request, Turn.Taken turn) {
        if (!keys.decide(turn, request.notes().serial())) {
            throw atWork();
        }
    }

    /** It is done, and must be answered so, even if that cannot be kept. */
    private void keep(ApiRequest request, Turn.Taken turn, Answer answer) {
        try {
            keys.keep(turn, text(answer));
        } catch (IOException | RuntimeException fault) {
            faults.log(request, "The answer of a request with a key was not kept", new IllegalStateException(fault));
        }
    }

    private void giveBack(ApiRequest request, Turn.Taken turn) {
        try {
            keys.giveBack(turn);
        } catch (RuntimeException fault) {
            faults.log(request, "The key of a request was not given back", fault);
        }
    }

    private Answer known(ApiRequest request, Turn turn) {
        if (turn instanceof Turn.Done done) {
            Secret answer = done.answer().orElseThrow(() -> lost(done.subject()));
            request.notes().success(true).serial(done.subject()).info("answered as before");
            audit.answered(request);
            return replayed(answer);
        }
        if (turn instanceof Turn.OfAnother) {
            throw ApiException.unprocessable("The " + IdempotencyKey.HEADER + " belongs to another request.");
        }
        if (turn instanceof Turn.TooMany) {
            throw ApiException.tooMany("There are too many keys of the last day. Send the request without one.");
        }
        throw atWork();
    }

    private static ApiException atWork() {
        return ApiException.conflict(
                "A request with this " + IdempotencyKey.HEADER + " is being worked on. Send it again later.");
    }

    private static ApiException lost(String subject) {
        return ApiException.conflict("The request was done, and its answer is lost."
                + (subject.isEmpty() ? "" : " It was about the token " + subject + "."));
    }

    private static Secret text(Answer answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        answer.body().writeTo(body);
        return Secret.of(answer.status() + "\n" + answer.contentType() + "\n" + body.toString(StandardCharsets.UTF_8));
    }

    private static Answer replayed(Secret text) {
        String[] parts = text.reveal().split("\n", PARTS);
        return Answer.of(
                Integer.parseInt(parts[0]),
                parts[1],
                Map.of(REPLAYED, "true"),
                parts[2].getBytes(StandardCharsets.UTF_8));
    }
}
