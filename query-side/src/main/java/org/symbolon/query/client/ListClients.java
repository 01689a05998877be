package org.symbolon.query.client;

/** Which programs had log-ins checked? */
public record ListClients() {}
