package org.symbolon.query.policy;

import java.time.Instant;

/** Which policies were there, and what did they say? */
public record ListPoliciesAt(Instant time) {}
