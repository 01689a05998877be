package org.symbolon.query.caconnector;

/** Which CA connectors are defined? */
public record ListCaConnectors() {}
