package org.symbolon.command.serviceid;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.definition.Description;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;

/** A service that tokens can be bound to; its settings are its description. */
@Revision("2")
public class Serviceid extends Definition<Description> {

    public static final DefinitionKind<Serviceid, Description> KIND = new DefinitionKind<>(
            "serviceid",
            "Serviceid",
            Serviceid.class,
            Serviceid::new,
            (name, number, settings) -> new ServiceidCreated(name, number, settings.text()),
            (name, number, settings) -> new ServiceidDescribed(name, number, settings.text()),
            ServiceidDeleted::new);

    @Override
    protected DefinitionKind<Serviceid, Description> kind() {
        return KIND;
    }
}
