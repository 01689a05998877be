package org.symbolon.events.user;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The user brought a recovery code, which is of no use any more. */
@EventName("RecoveryCodeUsed")
@Revision("1")
public record RecoveryCodeUsed(int number) implements PasswordResetEvent {}
