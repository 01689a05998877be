package org.symbolon.command.audit;

import org.symbolon.events.audit.RequestAnswered;

/** Record a request that changed nothing, or that failed. */
public record RecordRequest(RequestAnswered fact) {}
