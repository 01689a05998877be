package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.smtpserver.DeleteSmtpServer;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.command.smtpserver.SignerChange;
import org.symbolon.command.smtpserver.port.DefinedSigners;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.MailSigners;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** Mail servers, and with what their mails are signed: under the names of privacyIDEA, as the API has them. */
@Component
final class SmtpServerKind extends ColumnsKind {

    private static final String PASSWORD = "password";
    private static final String SIGNED = "smime";
    private static final String CERTIFICATES = "certificate";
    private static final String KEY = "private_key";
    private static final String PASSPHRASE = "private_key_password";
    private static final String STRICT = "dont_send_on_error";

    private static final Shape SHAPE = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(25))
            .with("username", Shape.text("As whom to log in there."))
            .with(PASSWORD, Shape.secret("With which password."))
            .with("sender", Shape.text("From whom mail is."))
            .with("tls", Shape.flag("Whether to go over to TLS."))
            .with("description", Shape.text("What it is for."))
            .with("timeout", Shape.number("After how many seconds to give up.").or(10))
            .with("enqueue_job", Shape.flag("Whether mail is sent later."))
            .with(SIGNED, Shape.flag("Whether mails are signed (S/MIME)."))
            .with(CERTIFICATES, Shape.text("With which certificate, as PEM."))
            .with(KEY, Shape.secret("Its private key, as PEM, perhaps encrypted."))
            .with(PASSPHRASE, Shape.secret("What opens the key, if it is encrypted. It is not kept."))
            .with(STRICT, Shape.flag("Whether a mail that cannot be signed is not sent."));

    private final MailServers servers;
    private final MailSigners signers;
    private final DefinedSigners defined;

    SmtpServerKind(QueryDispatcher queries, MailServers servers, MailSigners signers, DefinedSigners defined) {
        super(queries, SmtpServerTable.TABLE, SHAPE);
        this.servers = servers;
        this.signers = signers;
        this.defined = defined;
    }

    @Override
    Map<String, Object> fields(DefinitionView server) {
        Map<String, Object> fields = super.fields(server);
        put(fields, defined.find(server.name()).orElse(null));
        return fields;
    }

    private void put(Map<String, Object> fields, MailSigner signer) {
        fields.remove(PASSPHRASE);
        fields.put(SIGNED, signer != null);
        fields.put(CERTIFICATES, signer == null ? "" : signer.certificates());
        fields.put(KEY, signer == null ? "" : SealedValue.of(signer::privateKey));
        fields.put(STRICT, signer != null && signer.required());
    }

    @Override
    Secret secret(String name) {
        return servers.find(name).map(found -> found.server().password()).orElse(Secret.EMPTY);
    }

    /** The key as it is kept, so that the same key in another form is the same. */
    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Map<String, Object> normal = new HashMap<>(fields);
        if (!Fields.flag(fields, SIGNED)) {
            put(normal, null);
            return normal;
        }
        MailSigner signer = signer(given, fields);
        put(normal, signer);
        normal.put(KEY, Censored.TEXT.equals(fields.get(KEY)) ? Censored.TEXT : signer.privateKey());
        return normal;
    }

    private MailSigner signer(GivenItem given, Map<String, Object> fields) {
        Secret key = Fields.secret(fields, KEY);
        Secret passphrase = Fields.secret(fields, PASSPHRASE);
        Secret used = Censored.is(key)
                ? defined.find(given.name()).map(MailSigner::privateKey).orElse(key)
                : key;
        try {
            return signers.read(
                            Fields.text(fields, CERTIFICATES),
                            used,
                            Optional.of(passphrase).filter(text -> !text.isEmpty()))
                    .required(Fields.flag(fields, STRICT));
        } catch (UnsoundSignerException unsound) {
            throw given.fault(CERTIFICATES, unsound.getMessage());
        }
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveSmtpServer(
                name,
                Fields.text(fields, "server"),
                Fields.number(fields, "port"),
                Fields.text(fields, "username"),
                Fields.secret(fields, PASSWORD),
                Fields.text(fields, "sender"),
                Fields.flag(fields, "tls"),
                Fields.text(fields, "description"),
                Fields.number(fields, "timeout"),
                Fields.flag(fields, "enqueue_job"),
                signing(name, fields))));
    }

    private SignerChange signing(String name, Map<String, Object> fields) {
        if (!Fields.flag(fields, SIGNED)) {
            return SignerChange.NONE;
        }
        Secret given = Fields.secret(fields, KEY);
        Secret key = Censored.is(given) ? defined.find(name).orElseThrow().privateKey() : given;
        return new SignerChange(new MailSigner(Fields.text(fields, CERTIFICATES), key, Fields.flag(fields, STRICT)));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteSmtpServer(present.name());
    }
}
