package org.symbolon.api.smtpserver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.MailSigners;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/** Tries a mail server out, as it is sent and before it is saved. */
@Component
public class TestMailEndpoint implements Endpoint {

    private static final String SUBJECT = "Test Email from eduMFA";
    private static final String TEXT = "This is a test email from eduMFA. The configuration %s is working.";
    private static final int PORT = 25;
    private static final int TIMEOUT = 10;

    private final MailTrial trial;
    private final MailServers defined;
    private final MailSigners signers;

    public TestMailEndpoint(MailTrial trial, MailServers defined, MailSigners signers) {
        this.signers = signers;
        this.trial = trial;
        this.defined = defined;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/smtpserver/send_test_email", this::test)
                .needs(AdminActions.SMTPSERVER_WRITE)
                .does("Sends a mail to try a server out.")
                .takes("identifier", Shape.text("Its name.").required())
                .takes("server", Shape.text("Its address.").required())
                .takes("recipient", Shape.text("To whom.").required())
                .takes("port", Shape.number("Its port.").or(PORT))
                .takes("username", Shape.text("As whom to log in there."))
                .takes("password", Shape.secret("With which password; sent censored, the one that is saved."))
                .takes("sender", Shape.text("From whom the mail is."))
                .takes("tls", Shape.flag("Whether to go over to TLS.").or(false))
                .takes(
                        "timeout",
                        Shape.number("After how many seconds to give up.").or(TIMEOUT))
                .takes(SignerParameters.SHAPE)
                .answers(Shape.flag("True: the server has taken the mail."))
                .refuses(903, "The mail was not taken; the text says why."));
    }

    private Reply test(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = parameters.required("identifier");
        request.notes().info(identifier);
        String address = Limits.check("server", parameters.required("server"), Limits.TEXT);
        String recipient = parameters.required("recipient");
        MailServer server = new MailServer(
                address,
                Limits.range("port", parameters.integer("port", PORT), 1, Limits.PORT),
                parameters.text("username").orElse(""),
                password(identifier, parameters),
                parameters.flag("tls"),
                Duration.ofSeconds(Limits.range("timeout", parameters.integer("timeout", TIMEOUT), 0, Limits.SECONDS)));
        String sender = parameters.text("sender").orElse("");
        trial.send(
                server.signing(signer(identifier, parameters)),
                Mail.plain(sender, recipient, SUBJECT, TEXT.formatted(identifier)));
        request.notes().success(true);
        return Reply.value(true);
    }

    /** Whoever tries it out wants to know, whatever is said for other mails, whether it can be signed. */
    private Optional<MailSigner> signer(String identifier, Parameters parameters) {
        Optional<MailSigner> saved =
                defined.find(identifier).flatMap(found -> found.server().signer());
        return SignerParameters.change(parameters, signers, saved)
                .flatMap(change -> Optional.ofNullable(change.signer()))
                .map(signer -> signer.required(true));
    }

    private Secret password(String identifier, Parameters parameters) {
        Secret given = Secret.of(parameters.text("password").orElse(""));
        if (!Censored.is(given)) {
            return given;
        }
        return defined.find(identifier).map(found -> found.server().password()).orElse(Secret.EMPTY);
    }
}
