package org.symbolon.command.caconnector;

/** Delete a CA connector. */
public record DeleteCaConnector(String name) {}
