package org.symbolon.cli;

/**
 * A command that a running server can carry out for whoever gives it: it reads neither files nor the environment nor a terminal, and is
 * done in a moment.
 */
interface ByServer {}
