package org.symbolon.events.auth;

/** What can happen to the log-ins of administrators and users beside their check. */
public sealed interface AuthEvent
        permits LoginRevoked,
                ExpiredRevocationsRemoved,
                LoginCached,
                CachedLoginUsed,
                CachedLoginsForgotten,
                LogInCounted {}
