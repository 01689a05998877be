package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.Secret;

/** One OTP value to be judged, at a moment, under the settings of that moment. */
public record Attempt(Secret otp, Instant now, SystemSettings settings) {}
