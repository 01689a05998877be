package org.symbolon.connectors.firebase;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.PushMessage;
import org.symbolon.command.smsgateway.port.PushSender;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.firebase.AccessTokens.NotLetInException;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.BoundedHttp.Way;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.sms.NetworkFailures;

/**
 * Reaches apps on telephones over Firebase Cloud Messaging (HTTP v1), as a service account. What Google says is passed on to nobody: only
 * the code of its answer is told.
 */
public final class FirebaseSender implements PushSender, Examiner<Gateway>, AutoCloseable {

    /** How the provider of its gateways is called, whatever package it is in. */
    public static final String KIND = "FirebaseProvider";

    private static final String PROXY = "httpsproxy";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> NOT_LET_IN = Set.of(UNAUTHORIZED, 403);
    private static final int LAST_PORT = 65_535;
    private static final int PRESET_PROXY_PORT = 3128;

    private final AccountFolder accounts;
    private final String address;
    private final Duration patience;
    private final Clock clock;
    private final BoundedHttp http;
    private final AccessTokens tokens;

    /**
     * One that trusts the authorities that Java does.
     *
     * @param accounts the folder with the files of service accounts
     * @param address of Firebase, with no slash at its end
     * @param patience how long one message may take in all
     */
    public FirebaseSender(Path accounts, String address, Duration patience, Clock clock, AddressGuard guard) {
        this(accounts, address, patience, clock, new BoundedHttp("firebase", FirebaseSender::trusted, guard));
    }

    FirebaseSender(Path accounts, String address, Duration patience, Clock clock, BoundedHttp http) {
        this.accounts = new AccountFolder(accounts);
        this.address = address;
        this.patience = patience;
        this.clock = clock;
        this.http = http;
        this.tokens = new AccessTokens(http, clock);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("There is no TLS", impossible);
        }
    }

    @Override
    public void push(Gateway gateway, PushMessage message) {
        if (!gateway.provider().endsWith(KIND)) {
            throw new TextNotSentException(gateway.identifier(), Trouble.NO_NOTIFICATIONS);
        }
        withAccount(gateway, (account, way, deadline) -> requireTaken(gateway, sent(account, message, way, deadline)));
    }

    /** Google lets a service account in that it knows, whether anything is sent or not. */
    @Override
    public List<Finding> examine(Gateway gateway) {
        try {
            withAccount(gateway, tokens::renewed);
            return List.of(Finding.ok("Google lets the service account in"));
        } catch (TextNotSentException trouble) {
            return List.of(Finding.failed(trouble.getMessage()));
        }
    }

    /** What is done as the service account of a gateway. */
    private interface Errand {
        void run(ServiceAccount account, Way way, Deadline deadline) throws IOException, NotLetInException;
    }

    private void withAccount(Gateway gateway, Errand errand) {
        ServiceAccount account = accounts.of(gateway);
        Way way = new Way(true, proxy(gateway));
        Deadline deadline = Deadline.in(patience);
        try {
            errand.run(account, way, deadline);
        } catch (NotLetInException refused) {
            throw new TextNotSentException(gateway.identifier(), Trouble.LOGIN, "code " + refused.code());
        } catch (IOException failed) {
            throw deadline.isOver()
                    ? new TextNotSentException(gateway.identifier(), Trouble.TOO_SLOW)
                    : NetworkFailures.of(failed, gateway);
        }
    }

    /** The code of the answer. A token that lets nobody in any more is replaced once. */
    private int sent(ServiceAccount account, PushMessage message, Way way, Deadline deadline)
            throws IOException, NotLetInException {
        int code = http.ask(request(account, message, tokens.of(account, way, deadline)), way, deadline)
                .status();
        if (code != UNAUTHORIZED) {
            return code;
        }
        tokens.forget(account);
        return http.ask(request(account, message, tokens.of(account, way, deadline)), way, deadline)
                .status();
    }

    private HttpRequest request(ServiceAccount account, PushMessage message, String token) {
        return HttpRequest.newBuilder(URI.create(address + "/v1/projects/" + account.project() + "/messages:send"))
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Content-Type", "application/json; UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(FirebaseBody.of(message, clock.instant())))
                .build();
    }

    private static void requireTaken(Gateway gateway, int code) {
        if (code != OK) {
            Trouble trouble = NOT_LET_IN.contains(code) ? Trouble.LOGIN : Trouble.REJECTED;
            throw new TextNotSentException(gateway.identifier(), trouble, "code " + code);
        }
    }

    private static Optional<InetSocketAddress> proxy(Gateway gateway) {
        return gateway.option(PROXY).map(String::strip).map(written -> proxy(gateway, written));
    }

    private static InetSocketAddress proxy(Gateway gateway, String written) {
        try {
            URI uri = new URI(written.contains("://") ? written : "http://" + written);
            if (uri.getHost() != null && uri.getUserInfo() == null && uri.getPort() <= LAST_PORT) {
                return InetSocketAddress.createUnresolved(
                        uri.getHost(), uri.getPort() < 0 ? PRESET_PROXY_PORT : uri.getPort());
            }
        } catch (URISyntaxException malformed) {
            throw new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, PROXY + " cannot be used");
        }
        throw new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, PROXY + " cannot be used");
    }

    @Override
    public void close() {
        http.close();
    }
}
