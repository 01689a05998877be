package org.symbolon.query.smtpserver;

/** How is the mail server with this identifier reached? */
public record FindMailServer(String identifier) {}
