package org.symbolon.events.caconnector;

/** What can happen to a CA connector. */
public sealed interface CaConnectorEvent permits CaConnectorCreated, CaConnectorReconfigured, CaConnectorDeleted {

    String name();

    int number();
}
