package org.symbolon.command.token;

import org.symbolon.events.shared.Secret;

/** Bring server and device together by two consecutive OTP values. */
public record ResynchronizeToken(String serial, Secret first, Secret second) {}
