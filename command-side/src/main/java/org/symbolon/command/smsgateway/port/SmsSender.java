package org.symbolon.command.smsgateway.port;

/** Hands text messages to gateways. */
public interface SmsSender {

    /**
     * Returns once the gateway has taken the message, and at the latest when the time is over that its definition gives it.
     *
     * @throws TextNotSentException if it has not
     */
    void send(Gateway gateway, TextMessage message);

    /**
     * Tells a gateway that somebody has logged in with a value that it has brought, if it wants to know; most do not.
     *
     * @throws TextNotSentException if it wants to, and could not be told
     */
    void tellOfLogin(Gateway gateway, TextMessage message);
}
