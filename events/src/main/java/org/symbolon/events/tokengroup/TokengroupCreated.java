package org.symbolon.events.tokengroup;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.events.definition.Description;

/** A token group came into being. */
@EventName("TokengroupCreated")
@Revision("1")
public record TokengroupCreated(String name, int number, String description)
        implements TokengroupEvent, DefinitionMade<Description> {

    @Override
    public Description settings() {
        return new Description(description);
    }
}
