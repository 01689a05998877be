package org.symbolon.command.challenge;

import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.tokentype.TypeCall;

/**
 * Let a device do its part of the enrolment of a token that waits for it.
 *
 * @param call what the device has sent
 * @param step the same as the next step of the enrolment
 * @param afresh whether what this node remembers of the token has been thrown away for it: another one may have begun the enrolment
 */
public record EnrolOnDevice(TypeCall call, EnrollToken step, boolean afresh) {}
