package org.symbolon.command.user;

/** Forget a recovery code that nobody got, since the mail with it was not sent. */
public record WithdrawRecoveryCode(int number) {}
