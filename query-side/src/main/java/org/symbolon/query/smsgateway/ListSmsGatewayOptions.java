package org.symbolon.query.smsgateway;

/** Which options and headers do the SMS gateways have? */
public record ListSmsGatewayOptions() {}
