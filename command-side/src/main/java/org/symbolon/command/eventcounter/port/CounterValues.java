package org.symbolon.command.eventcounter.port;

import java.util.SortedMap;

/** What all nodes have counted under a name. */
public interface CounterValues {

    /**
     * The values by node, none if nobody has counted yet. Until the end of the transaction nobody else, on any node, gets
     * an answer for this counter: what is decided from the sum stays right, since others can only count up meanwhile.
     */
    SortedMap<String, Integer> held(String name);
}
