package org.symbolon.events.tokengroup;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.Description;

/** A token group got another description, or lost the one it had (then null). */
@EventName("TokengroupDescribed")
@Revision("1")
public record TokengroupDescribed(String name, int number, String description)
        implements TokengroupEvent, DefinitionChanged<Description> {

    @Override
    public Description settings() {
        return new Description(description);
    }
}
