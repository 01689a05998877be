package org.symbolon.command.smtpserver;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;

/** The definition of a mail server. */
@Revision("2")
public class SmtpServer extends Definition<SmtpSettings> {

    public static final DefinitionKind<SmtpServer, SmtpSettings> KIND = new DefinitionKind<>(
            "smtpserver",
            "SMTPServer",
            SmtpServer.class,
            SmtpServer::new,
            SmtpServerCreated::new,
            SmtpServerReconfigured::new,
            SmtpServerDeleted::new);

    @Override
    protected DefinitionKind<SmtpServer, SmtpSettings> kind() {
        return KIND;
    }
}
