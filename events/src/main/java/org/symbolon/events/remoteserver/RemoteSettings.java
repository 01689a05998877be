package org.symbolon.events.remoteserver;

/**
 * Where another server of this kind is.
 *
 * @param tls whether its certificate is verified
 */
public record RemoteSettings(String url, boolean tls, String description) {}
