package org.symbolon.command.radiusclient;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.radiusclient.RadiusClientCreated;
import org.symbolon.events.radiusclient.RadiusClientDeleted;
import org.symbolon.events.radiusclient.RadiusClientReconfigured;
import org.symbolon.events.radiusclient.RadiusClientSettings;

/** The definition of a RADIUS client: of a VPN gateway, say, that asks this server. */
@Revision("1")
public class RadiusClientDefinition extends Definition<RadiusClientSettings> {

    public static final DefinitionKind<RadiusClientDefinition, RadiusClientSettings> KIND = new DefinitionKind<>(
            "radiusclient",
            "RADIUS client",
            RadiusClientDefinition.class,
            RadiusClientDefinition::new,
            RadiusClientCreated::new,
            RadiusClientReconfigured::new,
            RadiusClientDeleted::new);

    @Override
    protected DefinitionKind<RadiusClientDefinition, RadiusClientSettings> kind() {
        return KIND;
    }
}
