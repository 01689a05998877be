package org.symbolon.command.auth;

import java.util.List;

/** Forget cached log-ins; those that are gone already do no harm. */
public record ForgetCachedLogins(List<Long> entries) {}
