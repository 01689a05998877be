package org.symbolon.events.serviceid;

/** What can happen to a service id. */
public sealed interface ServiceidEvent permits ServiceidCreated, ServiceidDescribed, ServiceidDeleted {

    String name();

    int number();
}
