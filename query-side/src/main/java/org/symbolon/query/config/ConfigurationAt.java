package org.symbolon.query.config;

import java.time.Instant;

/** Which settings, realms, resolvers, policies and event handlers were there, and what did they say? */
public record ConfigurationAt(Instant time) {}
