package org.symbolon.query.remoteserver;

/** A remote server as it is listed. */
public record RemoteServerView(int number, String identifier, String url, boolean tls, String description) {}
