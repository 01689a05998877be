package org.symbolon.api.smtpserver;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.smtpserver.DeleteSmtpServer;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.command.smtpserver.port.DefinedSigners;
import org.symbolon.command.smtpserver.port.MailSigners;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** Mail servers: what is defined of them. */
@Component
public class SmtpServerEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.SMTPSERVER_READ, AdminActions.SMTPSERVER_WRITE, AdminActions.SMTPSERVER_WRITE);

    private static final String PASSWORD = "password";

    private static final Shape SETTINGS = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(25))
            .with("username", Shape.text("As whom to log in there."))
            .with(PASSWORD, Shape.secret("With which password; none where it is not given."))
            .with("sender", Shape.text("From whom mail is."))
            .with("tls", Shape.flag("Whether to go over to TLS.").or(false))
            .with("description", Shape.text("What it is for."))
            .with("timeout", Shape.number("After how many seconds to give up.").or(10))
            .with("enqueue_job", Shape.flag("Whether mail is sent later.").or(false));

    private static final Shape SHOWN = SETTINGS.with(PASSWORD, Shape.text("Censored; empty where there is none."))
            .shown();

    private final MailSigners signers;
    private final DefinedSigners defined;

    public SmtpServerEndpoint(
            CommandDispatcher commands, QueryDispatcher queries, MailSigners signers, DefinedSigners defined) {
        super(
                commands,
                queries,
                SmtpServerTable.TABLE,
                "/smtpserver/",
                "identifier",
                SHOWN,
                DeleteSmtpServer::new,
                RIGHTS);
        this.signers = signers;
        this.defined = defined;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists mail servers."),
                saving("Defines a mail server, or changes what is given of it.", Shape.flag("True."))
                        .takes(SETTINGS)
                        .takes(SignerParameters.SHAPE),
                deleting("Deletes a mail server.", Shape.flag("True.")));
    }

    /** What signs its mails stands there only for a server whose mails are signed. */
    @Override
    protected Shape listed() {
        return Shape.mapOf(
                "By name.",
                shown().with(SignerParameters.SIGNED, Shape.flag("True where its mails are signed."))
                        .with(SignerParameters.CERTIFICATE, Shape.text("With which certificate."))
                        .with(SignerParameters.KEY, Shape.text("Censored."))
                        .with(
                                SignerParameters.STRICT,
                                Shape.flag("Whether a mail that cannot be signed is not sent.")));
    }

    @Override
    protected Map<String, Object> json(DefinitionView server) {
        Map<String, Object> json = super.json(server);
        json.put(PASSWORD, json.get(PASSWORD).equals(true) ? Censored.TEXT : "");
        defined.find(server.name())
                .ifPresent(signer -> json.putAll(Map.of(
                        SignerParameters.SIGNED,
                        true,
                        SignerParameters.CERTIFICATE,
                        signer.certificates(),
                        SignerParameters.KEY,
                        Censored.TEXT,
                        SignerParameters.STRICT,
                        signer.required())));
        return json;
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = named(request);
        return new SaveSmtpServer(
                identifier,
                parameters.required("server"),
                parameters.integerOrNull("port"),
                parameters.text("username").orElse(null),
                parameters.text(PASSWORD).map(Secret::of).orElse(null),
                parameters.text("sender").orElse(null),
                parameters.flagOrNull("tls"),
                parameters.text("description").orElse(null),
                parameters.integerOrNull("timeout"),
                parameters.flagOrNull("enqueue_job"),
                SignerParameters.change(parameters, signers, defined.find(identifier))
                        .orElse(null));
    }
}
