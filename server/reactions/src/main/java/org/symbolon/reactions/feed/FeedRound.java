package org.symbolon.reactions.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedRefusedException;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;
import org.symbolon.query.feed.FactFilter;
import org.symbolon.query.feed.FactSieve;
import org.symbolon.query.feed.FactStream;
import org.symbolon.query.feed.PublicFact;
import org.symbolon.reactions.feed.port.FeedJournal;
import org.symbolon.reactions.feed.port.FeedJournal.Place;

/**
 * Feeds one feed, a batch a round: facts are read, handed over, and only then noted as sent. So each arrives at least once and in order,
 * whoever dies in between. A batch that is refused for what it is becomes smaller until the one fact is found that nobody takes; that is put
 * aside after some attempts. Trouble of the receiver is waited out instead.
 */
final class FeedRound {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRound.class);
    private static final int PRESET_BATCH = 200;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final FeedTarget feed;
    private final FeedReceiver receiver;
    private final FactStream stream;
    private final FactSieve sieve;
    private final FeedJournal journal;
    private final FeedTimes times;
    private final String source;
    private final LongSupplier nanos;
    private final int batch;
    private int size;
    private Place place;
    private long read;
    private long renewed;

    /**
     * Makes it.
     *
     * @param source which installation facts come from
     * @param nanos a clock that runs evenly
     */
    FeedRound(
            FeedTarget feed,
            FeedReceiver receiver,
            FactStream stream,
            FeedJournal journal,
            FeedTimes times,
            String source,
            LongSupplier nanos) {
        this.feed = feed;
        this.receiver = receiver;
        this.stream = stream;
        this.sieve = new FactSieve(
                FactFilter.of(
                        feed.option("kinds").orElse(""), feed.option("realms").orElse("")),
                stream);
        this.journal = journal;
        this.times = times;
        this.source = source;
        this.nanos = nanos;
        this.batch = feed.number("batch", PRESET_BATCH);
        this.size = batch;
    }

    /** Takes the feed for this node; answers whether it could. */
    boolean take() {
        return held();
    }

    /** Renews the hold where it is time to; answers whether this node still has the feed. */
    boolean keep() {
        return nanos.getAsLong() - renewed < times.renewal().toNanos() || held();
    }

    private boolean held() {
        Optional<Place> found = journal.hold(feed);
        found.ifPresent(now -> {
            if (place == null || place.position() != now.position()) {
                startAt(now.position());
            }
            place = now;
            renewed = nanos.getAsLong();
        });
        return found.isPresent();
    }

    /** Somebody has moved it, or it begins. */
    private void startAt(long position) {
        read = position;
        sieve.startAnew();
    }

    /** One round of one who holds the feed. Answers how long to wait before the next; nothing to read waits for the bell. */
    Duration once(FactStream.Bell bell) throws InterruptedException {
        boolean whole = false;
        try {
            Duration pause = round(bell);
            whole = true;
            return pause;
        } finally {
            if (!whole) {
                sieve.startAnew();
            }
        }
    }

    private Duration round(FactStream.Bell bell) throws InterruptedException {
        if (place.hasToResend()) {
            Optional<Duration> pause = resend();
            if (pause.isPresent()) {
                return pause.get();
            }
        }
        FactStream.Page page = stream.after(read, batch);
        List<PublicFact> wanted = sieve.wanted(page.facts());
        if (!wanted.isEmpty()) {
            return send(wanted, page.last());
        }
        read = page.last();
        if (page.facts().isEmpty()) {
            noteWhatNobodyWanted();
            bell.await(IDLE);
        } else if (read - place.position() > batch) {
            noteWhatNobodyWanted();
        }
        return Duration.ZERO;
    }

    private void noteWhatNobodyWanted() {
        if (read > place.position()) {
            advance(read, 0);
        }
    }

    private void advance(long to, int sent) {
        if (journal.advance(feed, place.position(), to, sent)) {
            place = new Place(to, 0, place.hasToResend());
            read = to;
            renewed = nanos.getAsLong();
        } else {
            lookAgain();
        }
    }

    /** This node has lost it, or somebody has moved it: the next renewal will tell. */
    private void lookAgain() {
        startAt(place.position());
        renewed = nanos.getAsLong() - times.lease().toNanos();
    }

    private Duration send(List<PublicFact> wanted, long last) {
        List<PublicFact> some = wanted.subList(0, Math.min(size, wanted.size()));
        List<FedFact> facts = told(some);
        long to =
                some.size() == wanted.size() ? last : some.get(some.size() - 1).position();
        try {
            receiver.send(feed, facts);
            if (place.failures() > 0) {
                LOG.info("The feed {} goes on", feed.name());
            }
            if (to < last) {
                sieve.startAnew();
            }
            advance(to, facts.size());
            size = Math.min(batch, size * 2);
            return facts.size() < batch ? receiver.rest() : Duration.ZERO;
        } catch (FeedRefusedException refused) {
            sieve.startAnew();
            return refused(facts, refused.getMessage());
        } catch (FeedTroubleException trouble) {
            sieve.startAnew();
            return failed(trouble.getMessage());
        }
    }

    private List<FedFact> told(List<PublicFact> facts) {
        return facts.stream().map(fact -> FedFacts.of(fact, source)).toList();
    }

    private Duration refused(List<FedFact> facts, String reason) {
        if (facts.size() > 1) {
            size = facts.size() / 2;
            return Duration.ZERO;
        }
        Duration pause = failed(reason);
        if (place.failures() < times.attempts()) {
            return pause;
        }
        FedFact fact = facts.get(0);
        LOG.warn("The feed {} puts the fact {} aside, which nobody takes: {}", feed.name(), fact.position(), reason);
        if (journal.putAside(feed, place.position(), fact, reason)) {
            place = new Place(fact.position(), 0, place.hasToResend());
            read = fact.position();
        } else {
            lookAgain();
        }
        return Duration.ZERO;
    }

    /** A trouble that stays is one line in the log. */
    private Duration failed(String trouble) {
        int failures = journal.failed(feed, trouble);
        if (place.failures() == 0) {
            LOG.warn("The feed {} stands still: {}", feed.name(), trouble);
        }
        place = new Place(place.position(), failures, place.hasToResend());
        return times.pauseAfter(failures);
    }

    /** One after the other, for each may be refused again; empty when all were tried. */
    private Optional<Duration> resend() {
        for (long position : journal.toResend(feed, batch)) {
            FactStream.Page page = stream.after(position - 1, 1);
            List<FedFact> facts = told(page.facts());
            if (facts.isEmpty()) {
                return Optional.of(IDLE);
            }
            try {
                receiver.send(feed, facts);
                journal.resent(feed, position);
            } catch (FeedRefusedException refused) {
                journal.refusedAgain(feed, position, refused.getMessage());
            } catch (FeedTroubleException trouble) {
                return Optional.of(failed(trouble.getMessage()));
            }
            if (!keep()) {
                return Optional.of(Duration.ZERO);
            }
        }
        place = new Place(place.position(), place.failures(), false);
        return Optional.empty();
    }
}
