package org.symbolon.command.token;

import org.symbolon.command.secret.Secret;

/** Change those PINs of a token that are not null. */
public record ChangePins(String serial, String pinHash, Secret userPin, Secret securityOfficerPin) {}
