package org.symbolon.projections.radiusclient;

import static org.symbolon.projections.definition.DefinitionColumn.column;
import static org.symbolon.projections.definition.DefinitionColumn.secret;

import java.util.Locale;
import org.symbolon.events.radiusclient.RadiusClientEvent;
import org.symbolon.events.radiusclient.RadiusClientSettings;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of RADIUS clients. */
public final class RadiusClientTable {

    public static final DefinitionTable<RadiusClientSettings> TABLE = DefinitionTable.of(
            RadiusClientEvent.class,
            RadiusClientSettings.class,
            "radiusclient",
            "name",
            column("address", RadiusClientSettings::address),
            column("transport", settings -> transport(settings.transport())),
            secret("secret", RadiusClientSettings::secret),
            column("certificates", RadiusClientSettings::certificates),
            column("certificate_name", RadiusClientSettings::certificateName),
            column("require_ma", RadiusClientSettings::signatureRequired),
            column("realm", RadiusClientSettings::realm),
            column("caller_address", RadiusClientSettings::callerAddress),
            column("description", RadiusClientSettings::description));

    private RadiusClientTable() {}

    /** By which word clients of the API know it. */
    public static String transport(RadiusTransport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }
}
