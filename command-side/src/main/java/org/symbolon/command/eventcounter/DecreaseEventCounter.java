package org.symbolon.command.eventcounter;

/**
 * Count one down on a node.
 *
 * @param belowZero whether the sum over all nodes may become less than zero; otherwise there is nothing to take one from,
 *     and all nodes' values become zero
 */
public record DecreaseEventCounter(String name, String node, boolean belowZero) {}
