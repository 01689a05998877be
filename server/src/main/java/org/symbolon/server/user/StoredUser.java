package org.symbolon.server.user;

/** A user as a resolver knows him, by the name that it calls him and by its id. */
record StoredUser(String username, String userId) {}
