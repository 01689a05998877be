package org.symbolon.projections.smtpserver;

import static org.symbolon.projections.definition.DefinitionColumn.column;
import static org.symbolon.projections.definition.DefinitionColumn.secret;

import org.symbolon.events.smtpserver.SmtpServerEvent;
import org.symbolon.events.smtpserver.SmtpSettings;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of mail servers. */
public final class SmtpServerTable {

    public static final DefinitionTable<SmtpSettings> TABLE = DefinitionTable.of(
            SmtpServerEvent.class,
            SmtpSettings.class,
            "smtpserver",
            "identifier",
            column("server", SmtpSettings::server),
            column("port", SmtpSettings::port),
            column("username", SmtpSettings::username),
            secret("password", SmtpSettings::password),
            column("sender", SmtpSettings::sender),
            column("tls", SmtpSettings::tls),
            column("description", SmtpSettings::description),
            column("timeout", SmtpSettings::timeout),
            column("enqueue_job", SmtpSettings::queued));

    private SmtpServerTable() {}
}
