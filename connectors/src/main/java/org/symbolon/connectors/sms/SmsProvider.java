package org.symbolon.connectors.sms;

import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;

/** One kind of gateway. */
interface SmsProvider {

    /**
     * Returns once the gateway has taken the message, and at the latest when its time is over.
     *
     * @throws TextNotSentException if it has not
     */
    void send(Gateway gateway, TextMessage message);

    /** Tells a gateway of a log-in, if it wants to know. */
    default void tellOfLogin(Gateway gateway, TextMessage message) {}
}
