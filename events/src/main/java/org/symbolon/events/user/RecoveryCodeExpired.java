package org.symbolon.events.user;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The time of a recovery code that nobody used had passed, and it was removed. */
@EventName("RecoveryCodeExpired")
@Revision("1")
public record RecoveryCodeExpired(int number) implements PasswordResetEvent {}
