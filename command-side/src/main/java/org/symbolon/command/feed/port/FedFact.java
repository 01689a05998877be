package org.symbolon.command.feed.port;

import java.time.Instant;
import java.util.Map;

/**
 * A fact as others are told it: there is nothing secret in it.
 *
 * @param id that no other fact has
 * @param position its place in the stream
 * @param name of the event
 * @param json all that is told of it, as one line
 * @param labels what of it most receivers look at, by name; empty texts are left out
 */
public record FedFact(String id, long position, String name, Instant time, String json, Map<String, String> labels) {}
