package org.symbolon.command.caconnector;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.ConfiguredDefinition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.definition.TypedEntries;

/** A configured way to a certificate authority. */
@Revision("2")
public class CaConnector extends ConfiguredDefinition {

    public static final DefinitionKind<CaConnector, TypedEntries> KIND = new DefinitionKind<>(
            "caconnector",
            "CAConnector",
            CaConnector.class,
            CaConnector::new,
            (name, number, settings) -> new CaConnectorCreated(name, number, settings.type(), settings.entries()),
            (name, number, settings) -> new CaConnectorReconfigured(name, number, settings.entries()),
            CaConnectorDeleted::new);

    @Override
    protected DefinitionKind<CaConnector, TypedEntries> kind() {
        return KIND;
    }
}
