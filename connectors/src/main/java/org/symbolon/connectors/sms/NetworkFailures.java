package org.symbolon.connectors.sms;

import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.NetworkTrouble;

/** What went wrong with a gateway, in our words. */
public final class NetworkFailures {

    private NetworkFailures() {}

    public static TextNotSentException of(Exception failed, Gateway gateway) {
        return new TextNotSentException(gateway.identifier(), trouble(NetworkTrouble.of(failed)));
    }

    private static Trouble trouble(NetworkTrouble found) {
        return switch (found) {
            case UNKNOWN_HOST -> Trouble.UNKNOWN_HOST;
            case LOCAL_ADDRESS -> Trouble.LOCAL_ADDRESS;
            case UNREACHABLE -> Trouble.UNREACHABLE;
            case NOT_SECURE -> Trouble.NOT_SECURE;
            case TOO_SLOW -> Trouble.TOO_SLOW;
            case BROKEN_OFF -> Trouble.BROKEN_OFF;
        };
    }
}
