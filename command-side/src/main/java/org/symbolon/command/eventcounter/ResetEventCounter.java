package org.symbolon.command.eventcounter;

/**
 * Begin to count anew, on all nodes.
 *
 * @param node whose counter comes into being if there is none
 */
public record ResetEventCounter(String name, String node) {}
