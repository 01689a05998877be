package org.symbolon.command.radiusserver;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;

/** The definition of a RADIUS server. */
@Revision("2")
public class RadiusServer extends Definition<RadiusSettings> {

    public static final DefinitionKind<RadiusServer, RadiusSettings> KIND = new DefinitionKind<>(
            "radiusserver",
            "RADIUSServer",
            RadiusServer.class,
            RadiusServer::new,
            RadiusServerCreated::new,
            RadiusServerReconfigured::new,
            RadiusServerDeleted::new);

    @Override
    protected DefinitionKind<RadiusServer, RadiusSettings> kind() {
        return KIND;
    }
}
