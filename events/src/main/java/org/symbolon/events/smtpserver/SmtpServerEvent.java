package org.symbolon.events.smtpserver;

/** What can happen to the definition of a mail server. */
public sealed interface SmtpServerEvent permits SmtpServerCreated, SmtpServerReconfigured, SmtpServerDeleted {

    String identifier();

    int number();
}
