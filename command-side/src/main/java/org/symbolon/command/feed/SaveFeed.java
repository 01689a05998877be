package org.symbolon.command.feed;

import org.symbolon.command.secret.GivenEntries;

/** Define a feed, or write the given options of one that exists; an empty one counts as not given from then on. */
public record SaveFeed(String name, String type, GivenEntries options) {}
