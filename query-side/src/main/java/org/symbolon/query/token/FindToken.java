package org.symbolon.query.token;

/** What is known of the token with this serial? Its counters may lag behind a little. */
public record FindToken(String serial) {}
