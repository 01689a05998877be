package org.symbolon.api.kernel;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;

/** Sends the command of a request, with the audit's fact about the answer in the same commit. */
@Component
public class CommandDispatcher {

    private final CommandSender sender;
    private final Correlation correlation;

    public CommandDispatcher(CommandSender sender, Correlation correlation) {
        this.sender = sender;
        this.correlation = correlation;
    }

    /** Sends the command and answers what the function makes of its result. */
    public <R> Reply send(ApiRequest request, Object command, Function<R, Reply> answer) {
        return sendFresh(request, () -> command, answer);
    }

    /** As {@link #send} for a command that must be made anew for each attempt, from what is true then. */
    public <R> Reply sendFresh(ApiRequest request, Supplier<?> command, Function<R, Reply> answer) {
        return send(request, command, new AuditedAnswer<>(request, answer, false));
    }

    /** As {@link #sendFresh}; what was decided stands, also where the function refuses to answer so. */
    public <R> Reply sendDecided(ApiRequest request, Supplier<?> command, Function<R, Reply> answer) {
        return send(request, command, new AuditedAnswer<>(request, answer, true));
    }

    /** As {@link #sendDecided(ApiRequest, Supplier, Function)} where the answer can still become another after the commit. */
    public <R> Reply sendDecided(
            ApiRequest request,
            Supplier<?> command,
            Function<R, Reply> answer,
            BiFunction<R, Reply, Reply> afterwards) {
        AuditedAnswer<R> audited = new AuditedAnswer<>(request, answer, true);
        Reply reply = send(request, command, audited);
        return afterwards.apply(audited.result(), reply);
    }

    private <R> Reply send(ApiRequest request, Supplier<?> command, AuditedAnswer<R> audited) {
        refusing(() -> {
            sender.sendAudited(origin(request), command, audited::factOf);
            return null;
        });
        if (!audited.isPostponed()) {
            request.markAudited();
        }
        return audited.reply();
    }

    /** Sends a command of a request that has no answer of its own to record, and answers its result. */
    public Object sendQuietly(ApiRequest request, Object command) {
        return refusing(() -> sender.send(origin(request), () -> command));
    }

    private Map<String, Object> origin(ApiRequest request) {
        return correlation.ofRequest(request.id(), request.caller(), request.client(), request.userAgent());
    }

    private static Object refusing(Supplier<?> sending) {
        try {
            return sending.get();
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }
}
