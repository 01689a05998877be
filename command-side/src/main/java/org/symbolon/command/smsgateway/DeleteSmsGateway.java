package org.symbolon.command.smsgateway;

/** Delete the definition of an SMS gateway. */
public record DeleteSmsGateway(String identifier) {}
