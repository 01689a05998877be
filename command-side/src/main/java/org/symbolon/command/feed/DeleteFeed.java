package org.symbolon.command.feed;

/** Delete a feed. */
public record DeleteFeed(String name) {}
