package org.symbolon.events.serviceid;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.Description;

/** A service id came into being. */
@EventName("ServiceidCreated")
@Revision("1")
public record ServiceidCreated(String name, int number, String description)
        implements ServiceidEvent, DefinitionMade<Description> {

    @Override
    public Description settings() {
        return new Description(description);
    }
}
