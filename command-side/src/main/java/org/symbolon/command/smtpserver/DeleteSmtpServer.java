package org.symbolon.command.smtpserver;

/** Delete the definition of a mail server. */
public record DeleteSmtpServer(String identifier) {}
