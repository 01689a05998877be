package org.symbolon.command.smsgateway.port;

import org.symbolon.events.shared.Secret;

/**
 * A text message. None of it is printed: it holds a one-time value, and says who gets it.
 *
 * @param number the telephone's, as somebody has written it
 * @param login of whom it is for, by which some gateways find him; perhaps empty
 * @param serial of the token that the value is of
 */
public record TextMessage(Secret number, Secret login, Secret serial, Secret text) {}
