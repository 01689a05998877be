package org.symbolon.command.token;

/** Give a token another description. */
public record DescribeToken(String serial, String description) {}
