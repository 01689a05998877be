package org.symbolon.connectors.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.BoundedHttp.Way;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.WebAddress;

/** Posts facts to a webhook as a batch of CloudEvents, signed. Only a code between 200 and 299 says that they were taken. */
public final class WebhookReceiver implements FeedReceiver {

    private static final String CONTENT_TYPE = "application/cloudevents-batch+json; charset=utf-8";
    private static final int PRESET_SECONDS = 10;
    private static final int SUCCESS = 2;
    private static final int REFUSAL = 4;
    private static final int HUNDRED = 100;

    /** Codes that tell of the address, the log-in or the load, and nothing of what was sent. */
    private static final Set<Integer> NOT_ABOUT_FACTS =
            Set.of(401, 402, 403, 404, 405, 407, 408, 410, 421, 423, 425, 426, 428, 429);

    private final BoundedHttp http;
    private final Clock clock;

    public WebhookReceiver(BoundedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public void send(FeedTarget target, List<FedFact> facts) throws FeedRefusedException, FeedTroubleException {
        URI address = target.option("url")
                .flatMap(WebAddress::read)
                .orElseThrow(() -> new FeedTroubleException("it has no sound address"));
        Deadline deadline = Deadline.in(Duration.ofSeconds(target.number("timeout", PRESET_SECONDS)));
        int code = code(
                address,
                request(target, address, facts),
                new Way(target.flag("tls", true), Optional.empty()),
                deadline);
        if (code / HUNDRED == SUCCESS) {
            return;
        }
        String trouble = WebAddress.host(address) + " answers with the code " + code;
        if (code / HUNDRED == REFUSAL && !NOT_ABOUT_FACTS.contains(code)) {
            throw new FeedRefusedException(trouble);
        }
        throw new FeedTroubleException(trouble);
    }

    private int code(URI address, HttpRequest request, Way way, Deadline deadline) throws FeedTroubleException {
        try {
            return http.ask(request, way, deadline).status();
        } catch (IOException failed) {
            throw new FeedTroubleException(
                    WebAddress.host(address) + " " + NetworkTrouble.of(failed).words());
        }
    }

    private HttpRequest request(FeedTarget target, URI address, List<FedFact> facts) {
        byte[] body = facts.stream()
                .map(FedFact::json)
                .collect(Collectors.joining(",\n", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        String id = "msg_" + facts.get(0).id().replace("-", "") + "_" + facts.size();
        Instant now = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .setHeader("Content-Type", CONTENT_TYPE)
                .setHeader("User-Agent", "Symbolon")
                .setHeader("webhook-id", id)
                .setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .setHeader(
                        "webhook-signature",
                        WebhookSignature.of(target.option("secret").orElse(""), id, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        target.option("authorization").ifPresent(text -> request.setHeader("Authorization", text));
        return request.build();
    }
}
