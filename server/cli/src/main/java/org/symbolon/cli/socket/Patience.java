package org.symbolon.cli.socket;

/** Ends a connection whose other side keeps silent for too long. */
@FunctionalInterface
public interface Patience {

    /** From now on for so many seconds; what it answers is called when the other side has said something. */
    Runnable begin(int seconds);
}
