package org.symbolon.command.smsgateway.port;

import java.util.Optional;
import java.util.OptionalLong;

/** What is known of SMS gateways, as of the current transaction. */
public interface SmsGateways {

    Optional<String> identifierOf(int number);

    /** The number of the row that holds an option or a header. */
    OptionalLong optionId(int number, boolean header, String key);
}
