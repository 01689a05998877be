package org.symbolon.query.audit;

import java.time.Instant;

/**
 * How many log-ins of a user with tokens succeeded, or failed, since then?
 *
 * @param user the login
 */
public record CountLogins(String user, String realm, boolean successful, Instant since) {}
