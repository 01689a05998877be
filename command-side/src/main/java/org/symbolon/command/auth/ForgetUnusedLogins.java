package org.symbolon.command.auth;

/** Forget cached log-ins that nobody has used for so many minutes. */
public record ForgetUnusedLogins(int minutes) {}
