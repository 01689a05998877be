package org.symbolon.api.kernel;

import org.springframework.stereotype.Component;
import org.symbolon.command.audit.RecordRequest;

/** Records requests that changed nothing and requests that were refused, each in a commit of its own. */
@Component
public class EventedAudit implements RequestAudit {

    private final CommandDispatcher commands;

    public EventedAudit(CommandDispatcher commands) {
        this.commands = commands;
    }

    @Override
    public void answered(ApiRequest request, Reply reply) {
        commands.sendQuietly(request, new RecordRequest(RequestFacts.of(request)));
    }

    @Override
    public void refused(ApiRequest request, ApiException refusal) {
        request.notes().refused(refusal);
        commands.sendQuietly(request, new RecordRequest(RequestFacts.of(request)));
    }
}
