package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.tokentype.hotp.HashAlgorithm;
import org.symbolon.command.tokentype.hotp.Hotp;

/** What the device of a time-based token with the seed of the RFC shows. */
final class TotpValue {

    private TotpValue() {}

    static String at(Instant time, int stepsLater) {
        return Hotp.of(Secret.of(EnrolledToken.RFC_SEED), 6, HashAlgorithm.SHA1)
                .orElseThrow()
                .value(time.getEpochSecond() / 30 + stepsLater);
    }
}
