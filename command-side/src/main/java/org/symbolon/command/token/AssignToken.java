package org.symbolon.command.token;

import org.symbolon.command.secret.PinToKeep;
import org.symbolon.events.shared.TokenOwner;

/** Give a token an owner, and a PIN unless it is null. */
public record AssignToken(String serial, TokenOwner owner, PinToKeep pin) {}
