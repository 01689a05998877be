package org.symbolon.command.tokentype;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.events.shared.Secret;

/** Two OTP values that a device showed one after the other. */
public record OtpPair(Secret first, Secret second, Instant now, SystemSettings settings) {}
