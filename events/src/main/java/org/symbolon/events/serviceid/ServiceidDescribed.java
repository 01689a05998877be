package org.symbolon.events.serviceid;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.Description;

/** A service id got another description, or lost the one it had (then null). */
@EventName("ServiceidDescribed")
@Revision("1")
public record ServiceidDescribed(String name, int number, String description)
        implements ServiceidEvent, DefinitionChanged<Description> {

    @Override
    public Description settings() {
        return new Description(description);
    }
}
