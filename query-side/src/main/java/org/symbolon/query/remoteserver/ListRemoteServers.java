package org.symbolon.query.remoteserver;

/** Which remote servers are defined? */
public record ListRemoteServers() {}
