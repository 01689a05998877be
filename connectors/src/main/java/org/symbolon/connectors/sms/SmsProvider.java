package org.symbolon.connectors.sms;

import java.util.List;
import org.symbolon.command.examination.port.Finding;
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

    /**
     * What can be found out about a gateway without sending anything to anybody.
     *
     * @throws TextNotSentException if it cannot be used
     */
    List<Finding> examine(Gateway gateway);

    /** Tells a gateway of a log-in, if it wants to know. */
    default void tellOfLogin(Gateway gateway, TextMessage message) {}
}
