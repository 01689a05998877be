package org.symbolon.events.user;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A recovery code that nobody used was removed: its time had passed, or the mail with it was not sent. */
@EventName("RecoveryCodeExpired")
@Revision("1")
public record RecoveryCodeExpired(int number) implements PasswordResetEvent {}
