package org.symbolon.query.smtpserver;

/** Which mail servers are defined? */
public record ListSmtpServers() {}
