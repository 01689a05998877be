package org.symbolon.command.smsgateway.port;

/** Hands messages for apps on telephones to gateways. */
public interface PushSender {

    /**
     * Returns once the gateway has taken the message, and at the latest after some seconds.
     *
     * @throws TextNotSentException if it has not
     */
    void push(Gateway gateway, PushMessage message);
}
