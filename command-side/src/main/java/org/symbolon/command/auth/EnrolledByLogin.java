package org.symbolon.command.auth;

import org.symbolon.events.shared.Secret;

/**
 * A token that a log-in has enrolled.
 *
 * @param asked the question that its first value answers
 * @param address what an authenticator app scans, null for nothing
 * @param optional whether whoever logs in may do without
 */
public record EnrolledByLogin(Asked asked, Secret address, boolean optional) {}
