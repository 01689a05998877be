package org.symbolon.connectors.sms;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.SmsSender;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.command.smsgateway.port.TokenEntries;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;

/**
 * Hands each message to the kind of gateway that its definition names. eduMFA and privacyIDEA call the kinds by classes of theirs,
 * which differ in their packages alone.
 */
public final class ProviderSmsSender implements SmsSender, Examiner<Gateway>, AutoCloseable {

    private static final String SIPGATE = "https://samurai.sipgate.net/RPC2";
    private static final Duration PATIENCE_WITH_MESSAGE_CENTRES = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WITH_SCRIPTS = Duration.ofSeconds(20);

    private final Map<String, SmsProvider> providers;
    private final BoundedHttp http;
    private final SmppConnections messageCentres = new SmppConnections();

    /**
     * One that trusts the authorities that Java does.
     *
     * @param scripts the folder with the programs that may be run
     * @param guard where gateways over HTTP may stand
     */
    public ProviderSmsSender(
            Mailer mailer, MailServers mailServers, TokenEntries entries, Path scripts, AddressGuard guard) {
        this(
                mailer,
                mailServers,
                entries,
                scripts,
                new BoundedHttp("sms-gateways", ProviderSmsSender::trusted, guard),
                SIPGATE);
    }

    ProviderSmsSender(
            Mailer mailer,
            MailServers mailServers,
            TokenEntries entries,
            Path scripts,
            BoundedHttp http,
            String sipgate) {
        HttpProvider overHttp = new HttpProvider(http);
        this.http = http;
        this.providers = Map.of(
                "HttpSMSProvider", overHttp,
                "HttpMessageToUidProvider", new UserProvider(overHttp, entries),
                "SmtpSMSProvider", new MailProvider(mailer, mailServers),
                "SipgateSMSProvider", new SipgateProvider(overHttp, sipgate),
                "SmppSMSProvider", new SmppProvider(messageCentres, PATIENCE_WITH_MESSAGE_CENTRES),
                "ScriptSMSProvider", new ScriptProvider(scripts, PATIENCE_WITH_SCRIPTS));
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("There is no TLS", impossible);
        }
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        provider(gateway).send(gateway, message);
    }

    @Override
    public void tellOfLogin(Gateway gateway, TextMessage message) {
        provider(gateway).tellOfLogin(gateway, message);
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        try {
            return provider(gateway).examine(gateway);
        } catch (TextNotSentException trouble) {
            return List.of(Finding.failed(trouble.getMessage()));
        }
    }

    private SmsProvider provider(Gateway gateway) {
        String name = gateway.provider().substring(gateway.provider().lastIndexOf('.') + 1);
        SmsProvider known = providers.get(name);
        if (known == null) {
            throw new TextNotSentException(gateway.identifier(), Trouble.NO_TEXTS);
        }
        return known;
    }

    @Override
    public void close() {
        http.close();
        messageCentres.close();
    }
}
