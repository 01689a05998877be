package org.symbolon.connectors.radiusclient;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusLogin;
import org.symbolon.command.radiusclient.port.RadiusLogins;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.events.shared.Secret;

/**
 * Looks at packets on the thread that has read them, drops what proves nothing, and has the rest decided by so many threads and no more.
 * What finds no place in their queue is dropped as well: clients send it again.
 */
final class RadiusReception {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusReception.class);

    /** A client that got no answer by then has sent the request again, or given up. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;
    private static final long IDLE_SECONDS = 30;

    private final RadiusLogins logins;
    private final RadiusCounts counts;
    private final ThreadPoolExecutor workers;
    private final RecentRequests recent = new RecentRequests(REMEMBERED, MOST_REMEMBERED, System::nanoTime);

    /** From where a packet came. */
    interface Sender {

        /** Tells it from all others. */
        String key();

        String address();

        /** Sends an answer; whoever is not there any more gets none. */
        void send(byte[] answer);
    }

    RadiusReception(RadiusLogins logins, RadiusCounts counts, int atOnce, int queue) {
        this.logins = logins;
        this.counts = counts;
        AtomicInteger number = new AtomicInteger();
        workers = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), work -> {
                    Thread thread = new Thread(work, "radius-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /** Takes a packet of this client. */
    void receive(KnownRadiusClient client, Secret secret, Sender sender, byte[] bytes) {
        Optional<RequestPacket> packet = RequestPacket.of(bytes);
        if (packet.isEmpty()) {
            counts.dropped(RadiusEvent.MALFORMED, client.name(), sender.address());
            return;
        }
        Optional<RadiusEvent> flaw = flaw(packet.get(), client, secret);
        if (flaw.isPresent()) {
            counts.dropped(flaw.get(), client.name(), sender.address());
            return;
        }
        Received received = new Received(client, secret, sender, packet.get());
        if (packet.get().code() == RequestPacket.STATUS_SERVER) {
            received.tellStatus();
            return;
        }
        received.begin();
    }

    /** Inside TLS nobody can alter anything, so that nothing has to be signed there; what is signed must be right. */
    private static Optional<RadiusEvent> flaw(RequestPacket packet, KnownRadiusClient client, Secret secret) {
        int code = packet.code();
        if (code != RequestPacket.ACCESS_REQUEST && code != RequestPacket.STATUS_SERVER) {
            return Optional.of(RadiusEvent.UNSUPPORTED);
        }
        if (packet.has(RequestPacket.MESSAGE_AUTHENTICATOR)) {
            return packet.isSignedWith(secret.utf8()) ? Optional.empty() : Optional.of(RadiusEvent.FORGED);
        }
        boolean required = (client.signatureRequired() && !client.byTls())
                || code == RequestPacket.STATUS_SERVER
                || packet.has(RequestPacket.EAP_MESSAGE);
        return required ? Optional.of(RadiusEvent.UNSIGNED) : Optional.empty();
    }

    /** A request on its way. */
    private final class Received {

        private final KnownRadiusClient client;
        private final Secret secret;
        private final Sender sender;
        private final RequestPacket packet;
        private final String key;
        private final long arrived = System.nanoTime();

        private Received(KnownRadiusClient client, Secret secret, Sender sender, RequestPacket packet) {
            this.client = client;
            this.secret = secret;
            this.sender = sender;
            this.packet = packet;
            this.key = sender.key() + "/" + packet.fingerprint();
        }

        private void tellStatus() {
            if (logins.areReady()) {
                counts.add(RadiusEvent.STATUS);
                sender.send(answers().ofStatus());
            }
        }

        private AnswerPacket answers() {
            return new AnswerPacket(packet, secret.utf8());
        }

        private void begin() {
            Optional<byte[]> before = recent.begin(key);
            if (before.isPresent()) {
                counts.add(RadiusEvent.REPEATED);
                if (before.get().length > 0) {
                    sender.send(before.get());
                }
                return;
            }
            execute(() -> decide(login()));
        }

        private void execute(Runnable work) {
            try {
                workers.execute(() -> run(work));
            } catch (RejectedExecutionException full) {
                recent.forget(key);
                counts.dropped(RadiusEvent.OVERLOAD, client.name(), sender.address());
            }
        }

        private void run(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException fault) {
                recent.forget(key);
                counts.add(RadiusEvent.UNANSWERED);
                LOG.error(
                        "A RADIUS request was not answered: {}",
                        fault.getClass().getName());
            }
        }

        private void decide(RadiusLogin login) {
            if (System.nanoTime() - arrived > PATIENCE_NANOS) {
                recent.forget(key);
                counts.dropped(RadiusEvent.OVERLOAD, client.name(), sender.address());
                return;
            }
            logins.decide(login, this::answer);
        }

        private RadiusLogin login() {
            Optional<Secret> password = packet.password(secret.utf8());
            RadiusLogin.Method method = packet.method();
            boolean hidden = method == RadiusLogin.Method.PAP && password.isEmpty();
            return new RadiusLogin(
                    client,
                    sender.address(),
                    packet.text(RequestPacket.USER_NAME).orElse(""),
                    hidden ? RadiusLogin.Method.NONE : method,
                    password.filter(typed -> method == RadiusLogin.Method.PAP).orElse(Secret.EMPTY),
                    packet.text(RequestPacket.STATE).filter(state -> !state.isEmpty()),
                    ToldAttributes.of(packet),
                    this::execute);
        }

        private void answer(RadiusVerdict verdict) {
            Optional<byte[]> answer = answers().of(verdict);
            if (answer.isEmpty()) {
                recent.forget(key);
                if (verdict instanceof RadiusVerdict.Unanswered) {
                    counts.add(RadiusEvent.UNANSWERED);
                } else {
                    counts.dropped(RadiusEvent.TOO_LONG, client.name(), sender.address());
                }
                return;
            }
            recent.answered(key, answer.get());
            counts.add(event(verdict));
            sender.send(answer.get());
        }
    }

    private static RadiusEvent event(RadiusVerdict verdict) {
        if (verdict instanceof RadiusVerdict.Accepted) {
            return RadiusEvent.ACCEPTED;
        }
        return verdict instanceof RadiusVerdict.Challenged ? RadiusEvent.CHALLENGED : RadiusEvent.REJECTED;
    }

    /** How many are being decided. */
    int atWork() {
        return workers.getActiveCount();
    }

    /** How many wait for their turn. */
    int waiting() {
        return workers.getQueue().size();
    }

    /** Lets those at work end, for so long. */
    void stop(Duration farewell) {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(farewell.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
