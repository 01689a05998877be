package org.symbolon.command.smtpserver;

/** Look at what the mails of a mail server are signed with, where its events are; nothing happens. */
public record LookAtSigner(String identifier) {}
