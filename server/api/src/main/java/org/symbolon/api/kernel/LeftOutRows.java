package org.symbolon.api.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.RowsOfStrangers.LeftOut;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.Caller;
import org.symbolon.projections.shared.StorableText;

/** Writes, once a minute and before the server stops, one row of the audit for all that had none of its own from a place. */
@Component
final class LeftOutRows implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOutRows.class);
    private static final String ACTION = "REFUSED REQUESTS";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** When no request is under way any more, and commands are still handled. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final RowsOfStrangers rows;
    private final CommandSender commands;
    private final Correlation correlation;
    private final Clock clock;
    private ThreadPoolTaskScheduler scheduler;
    private ScheduledFuture<?> writing;
    private Instant since;

    LeftOutRows(RowsOfStrangers rows, CommandSender commands, Correlation correlation, Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.correlation = correlation;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        since = clock.instant();
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("symbolon-left-out-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        writing = scheduler.scheduleWithFixedDelay(this::write, clock.instant().plus(PAUSE), PAUSE);
    }

    @Override
    public synchronized void stop() {
        writing.cancel(false);
        scheduler.shutdown();
        scheduler = null;
        write();
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    synchronized void write() {
        Instant from = since;
        since = clock.instant();
        for (LeftOut leftOut : rows.takeLeftOut()) {
            try {
                commands.send(origin(leftOut), () -> new RecordRequest(fact(leftOut, from)));
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} refused requests have no row in the audit ({})",
                        leftOut.number(),
                        failure.getClass().getSimpleName());
            }
        }
    }

    private Map<String, Object> origin(LeftOut leftOut) {
        return correlation.ofRequest("", Caller.ANONYMOUS, leftOut.client(), "");
    }

    private RequestAnswered fact(LeftOut leftOut, Instant from) {
        String actions = leftOut.numbers().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return new RequestAnswered(
                ACTION,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                StorableText.cut(actions, RequestFacts.MOST_CHARACTERS),
                leftOut.number() + " more requests that came to nothing since " + from,
                null,
                from,
                Duration.between(from, since),
                Long.toString(Thread.currentThread().getId()));
    }
}
