package org.symbolon.query.effect;

/** Which effects of an event handler have failed, and are not done yet? */
public record ListHandlerFailures(int handlerId) {}
