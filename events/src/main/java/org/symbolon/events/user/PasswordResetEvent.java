package org.symbolon.events.user;

/** What can happen to a recovery code, with which a user who forgot his password gets another. */
public sealed interface PasswordResetEvent permits RecoveryCodeIssued, RecoveryCodeUsed, RecoveryCodeExpired {

    int number();
}
