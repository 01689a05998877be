package org.symbolon.events.eventcounter;

/** What can happen to a counter on one of the nodes that count with it. Its value is the sum over all nodes. */
public sealed interface EventCounterEvent permits EventCounterIncreased, EventCounterDecreased, EventCounterReset {

    String name();

    String node();
}
