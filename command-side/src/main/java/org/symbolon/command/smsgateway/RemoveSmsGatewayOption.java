package org.symbolon.command.smsgateway;

/** Take an option or a header away from the SMS gateway with this number. */
public record RemoveSmsGatewayOption(int number, boolean header, String key) {}
