package org.symbolon.command.token;

import org.symbolon.events.shared.TokenOwner;

/** Give a token an owner, and a PIN unless the hash is null. */
public record AssignToken(String serial, TokenOwner owner, String pinHash) {}
