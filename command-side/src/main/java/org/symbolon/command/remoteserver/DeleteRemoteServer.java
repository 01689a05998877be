package org.symbolon.command.remoteserver;

/** Delete the definition of a remote server. */
public record DeleteRemoteServer(String identifier) {}
