package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.cli.events.EventMending;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.projections.shared.UnreadableEvents;
import org.symbolon.store.eventstore.EventCorrection;
import org.symbolon.store.eventstore.EventCorrections;
import org.symbolon.store.eventstore.EventMender;
import org.symbolon.store.eventstore.EventReader;

/** Finds the events that cannot be read, and leaves a trace in the audit of what is decided about them. */
@Component
public class MendedEvents implements EventMending {

    private static final String ACTOR = "command line";
    private static final int PAGE = 1000;

    private final EventReader events;
    private final EventMender mender;
    private final EventCorrections corrections;
    private final JdbcOperations jdbc;
    private final CommandSender commands;
    private final Clock clock;

    public MendedEvents(
            EventReader events,
            EventMender mender,
            EventCorrections corrections,
            JdbcOperations jdbc,
            CommandSender commands,
            Clock clock) {
        this.events = events;
        this.mender = mender;
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Check check(Progress progress) {
        List<String> unreadable = new ArrayList<>();
        long last = last();
        long number = 0;
        EventReader.Page page = events.after(0, PAGE);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> addIfUnreadable(event, unreadable));
            number += page.events().size();
            progress.at(page.lastPosition(), Math.max(last, page.lastPosition()));
            page = events.after(page.lastPosition(), PAGE);
        }
        EventCorrections.Findings corrected = corrections.all();
        corrected.forged().forEach(index -> unreadable.add(forgedCorrection(index)));
        return new Check(
                number,
                unreadable,
                UnreadableEvents.named(jdbc),
                corrected.genuine().stream().map(EventCorrection::sentence).toList());
    }

    private static void addIfUnreadable(TrackedEventMessage<?> event, List<String> unreadable) {
        if (event.getPayload() instanceof UnreadableEvent gap && !gap.isLeftOut()) {
            unreadable.add(gap.sentence());
        }
    }

    private static String forgedCorrection(long index) {
        return "The correction of event " + index + " is not this server's, or not one of what is stored there.";
    }

    private long last() {
        Long last = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event", Long.class);
        return last == null ? 0 : last;
    }

    @Override
    public Correction skip(long index, String reason) {
        return recorded("events skip", index, reason, () -> mender.skip(index, reason, ACTOR));
    }

    @Override
    public Correction repair(long index, String payload, String reason) {
        return recorded("events repair", index, reason, () -> mender.repair(index, payload, reason, ACTOR));
    }

    private Correction outcome(EventCorrection correction) {
        boolean asStored = correction.isRepair() && mender.isAsStored(correction);
        return new Correction(
                correction.sentence() + (correction.isRepair() ? inWords(asStored) : ""),
                !asStored || isLacking(correction.index()));
    }

    /** Where an event is not what it was, more may be wrong with its row than what was repaired. */
    private static String inWords(boolean asStored) {
        return asStored
                ? " It is again what was stored, to the last byte."
                : " It is not what was stored, as far as its MAC tells: look at its aggregate, time and metadata, too.";
    }

    private Correction recorded(String command, long index, String reason, Supplier<EventCorrection> decision) {
        Instant started = clock.instant();
        try {
            EventCorrection correction = decision.get();
            commands.sendAs(ACTOR, new RecordRequest(fact(command, index, reason, started)));
            return outcome(correction);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailedException(refused.getMessage());
        }
    }

    private boolean isLacking(long index) {
        return !jdbc.queryForList("select 1 from unreadable_event where global_index = ?", index)
                .isEmpty();
    }

    private RequestAnswered fact(String command, long index, String reason, Instant started) {
        Duration duration = Duration.between(started, clock.instant());
        return CommandFacts.of(command, "event " + index, reason, started, duration);
    }
}
