package org.symbolon.events.apikey;

/** What can happen to the keys of programs. */
public sealed interface ApiKeyEvent permits ApiKeyIssued, ApiKeyRevoked {}
