package org.symbolon.command.support;

import java.time.Instant;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;

/** What a device with the seed of the RFCs shows, in six digits by SHA-1. */
public final class DeviceValue {

    private static final Hotp DEVICE =
            Hotp.of(Secret.of(EnrolledToken.RFC_SEED), 6, HashAlgorithm.SHA1).orElseThrow();

    private DeviceValue() {}

    public static String at(long counter) {
        return DEVICE.value(counter);
    }

    /** The value of the time step of 30 seconds that lies so many steps after this moment's. */
    public static String at(Instant time, int stepsLater) {
        return at(time.getEpochSecond() / 30 + stepsLater);
    }
}
