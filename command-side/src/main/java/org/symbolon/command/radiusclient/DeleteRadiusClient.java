package org.symbolon.command.radiusclient;

/** Delete the definition of a RADIUS client. */
public record DeleteRadiusClient(String name) {}
