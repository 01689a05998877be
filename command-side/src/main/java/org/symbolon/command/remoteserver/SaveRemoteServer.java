package org.symbolon.command.remoteserver;

/**
 * Define a remote server, or change the one of that identifier. What is null keeps its value, or gets the default.
 *
 * @param identifier blanks in it become underscores
 */
public record SaveRemoteServer(String identifier, String url, Boolean tls, String description) {}
