package org.symbolon.server.command;

import org.symbolon.command.audit.RecordRequest;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.RequestAudit;

/** Records requests that changed nothing and requests that were refused, each in a commit of its own. */
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
