package org.symbolon.projections.radiusserver;

import static org.symbolon.projections.definition.DefinitionColumn.column;
import static org.symbolon.projections.definition.DefinitionColumn.secret;

import org.symbolon.events.radiusserver.RadiusServerEvent;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of RADIUS servers. */
public final class RadiusServerTable {

    public static final DefinitionTable<RadiusSettings> TABLE = DefinitionTable.of(
            RadiusServerEvent.class,
            RadiusSettings.class,
            "radiusserver",
            "identifier",
            column("server", RadiusSettings::server),
            column("port", RadiusSettings::port),
            secret("secret", RadiusSettings::secret),
            column("dictionary", RadiusSettings::dictionary),
            column("description", RadiusSettings::description),
            column("timeout", RadiusSettings::timeout),
            column("retries", RadiusSettings::retries),
            column("enforce_ma", RadiusSettings::authenticatorEnforced));

    private RadiusServerTable() {}
}
