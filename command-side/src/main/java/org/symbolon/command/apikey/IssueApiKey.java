package org.symbolon.command.apikey;

import java.time.Instant;

/** Put down that a program has got a key. */
public record IssueApiKey(String keyId, String name, String realm, String role, Instant expires) {}
