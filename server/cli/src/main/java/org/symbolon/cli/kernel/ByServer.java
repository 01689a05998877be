package org.symbolon.cli.kernel;

/**
 * A command that a running server can carry out for whoever gives it: it reads neither files nor the environment nor a terminal, and is
 * done in a moment.
 */
public interface ByServer {}
