package org.symbolon.api.kernel;

import org.springframework.stereotype.Component;
import org.symbolon.command.audit.RecordRequest;

/**
 * Records requests that changed nothing and requests that were refused, each in a commit of its own, as far as there is room for
 * those of strangers.
 */
@Component
public class EventedAudit implements RequestAudit {

    private final CommandDispatcher commands;
    private final RowsOfStrangers strangers;

    public EventedAudit(CommandDispatcher commands, RowsOfStrangers strangers) {
        this.commands = commands;
        this.strangers = strangers;
    }

    @Override
    public void answered(ApiRequest request) {
        record(request);
    }

    @Override
    public void refused(ApiRequest request, ApiException refusal) {
        request.notes().refused(refusal);
        record(request);
    }

    private void record(ApiRequest request) {
        if (strangers.admit(request)) {
            commands.sendQuietly(request, new RecordRequest(RequestFacts.of(request)));
        }
    }
}
