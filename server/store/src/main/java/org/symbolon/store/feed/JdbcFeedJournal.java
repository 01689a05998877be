package org.symbolon.store.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.command.feed.Feed;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.shared.Randomness;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.reactions.feed.port.FeedJournal;

/** Keeps how far feeds have come beside the event store. Whether a hold has run out is told by the database's clock, which all nodes share. */
@Component
final class JdbcFeedJournal implements FeedJournal {

    /** A feed begins with the event that has made it, or with the very first one. */
    private static final String TAKE =
            """
            insert into public.feed_progress (feed, position, holder, expires)
            select ?, case when ? then 0 else coalesce((
                select max(global_index) - 1 from public.domain_event
                where aggregate_identifier = ? and payload_type = 'FeedCreated'), 0) end,
                ?, clock_timestamp() + ? * interval '1 millisecond'
            on conflict (feed) do nothing
            """;

    private static final String HOLD =
            """
            update public.feed_progress set holder = ?, expires = clock_timestamp() + ? * interval '1 millisecond'
            where feed = ? and (holder = ? or expires < clock_timestamp())
            returning position, failures, exists (
                select 1 from public.feed_dead_letter letter where letter.feed = feed_progress.feed and again) as resends
            """;
    private static final String RENEW =
            """
            update public.feed_progress set expires = clock_timestamp() + ? * interval '1 millisecond'
            where holder = ? and feed = any (?)
            """;
    private static final String ADVANCE =
            """
            update public.feed_progress set position = ?, sent = sent + ?, failures = 0, failing_since = null, trouble = '',
                delivered = case when ? > 0 then clock_timestamp() else delivered end,
                expires = clock_timestamp() + ? * interval '1 millisecond'
            where feed = ? and holder = ? and position = ?
            """;
    private static final String FAILED =
            """
            update public.feed_progress set failures = failures + 1, trouble = ?,
                failing_since = coalesce(failing_since, clock_timestamp())
            where feed = ? and holder = ? returning failures
            """;
    private static final String PUT_ASIDE =
            """
            insert into public.feed_dead_letter (feed, position, event_id, kind, reason) values (?, ?, ?, ?, ?)
            on conflict (feed, position) do update set reason = excluded.reason, again = false
            """;
    private static final String FORGET =
            """
            delete from public.feed_progress where not feed = any (?)
            and expires < clock_timestamp() - interval '30 days'
            """;

    private static final int HOLDER_BYTES = 8;
    private static final int LONGEST_TEXT = 255;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final String holder;
    private final Duration lease;

    /** The holder's name is one that no other process has, nor this node's next start. */
    @Autowired
    JdbcFeedJournal(
            JdbcOperations jdbc,
            TransactionOperations transactions,
            Randomness randomness,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.feeds.lease:30s}") Duration lease) {
        this(jdbc, transactions, node + "/" + randomness.hex(HOLDER_BYTES), lease);
    }

    JdbcFeedJournal(JdbcOperations jdbc, TransactionOperations transactions, String holder, Duration lease) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.holder = holder;
        this.lease = lease;
    }

    @Override
    public Optional<Place> hold(FeedTarget feed) {
        Optional<Place> held = held(feed);
        if (held.isPresent()) {
            return held;
        }
        boolean fromBeginning = feed.option("start").filter("beginning"::equals).isPresent();
        int begun =
                jdbc.update(TAKE, feed.number(), fromBeginning, Feed.KIND.idOf(feed.name()), holder, lease.toMillis());
        return begun == 1 ? held(feed) : Optional.empty();
    }

    private Optional<Place> held(FeedTarget feed) {
        return jdbc
                .query(
                        HOLD,
                        (row, number) ->
                                new Place(row.getLong("position"), row.getInt("failures"), row.getBoolean("resends")),
                        holder,
                        lease.toMillis(),
                        feed.number(),
                        holder)
                .stream()
                .findFirst();
    }

    @Override
    public void renew(Set<Integer> feeds) {
        if (!feeds.isEmpty()) {
            jdbc.update(RENEW, lease.toMillis(), holder, feeds.toArray(Integer[]::new));
        }
    }

    @Override
    public boolean advance(FeedTarget feed, long from, long to, int sent) {
        return jdbc.update(ADVANCE, to, sent, sent, lease.toMillis(), feed.number(), holder, from) == 1;
    }

    @Override
    public int failed(FeedTarget feed, String trouble) {
        return jdbc
                .queryForList(FAILED, Integer.class, StorableText.cut(trouble, LONGEST_TEXT), feed.number(), holder)
                .stream()
                .findFirst()
                .orElse(1);
    }

    @Override
    public boolean putAside(FeedTarget feed, long from, FedFact fact, String reason) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean gone = advance(feed, from, fact.position(), 0);
            if (gone) {
                jdbc.update(
                        PUT_ASIDE,
                        feed.number(),
                        fact.position(),
                        fact.id(),
                        fact.name(),
                        StorableText.cut(reason, LONGEST_TEXT));
            }
            return gone;
        }));
    }

    @Override
    public List<Long> toResend(FeedTarget feed, int most) {
        return jdbc.queryForList(
                "select position from public.feed_dead_letter where feed = ? and again order by position limit ?",
                Long.class,
                feed.number(),
                most);
    }

    @Override
    public void resent(FeedTarget feed, long position) {
        jdbc.update("delete from public.feed_dead_letter where feed = ? and position = ?", feed.number(), position);
    }

    @Override
    public void refusedAgain(FeedTarget feed, long position, String reason) {
        jdbc.update(
                "update public.feed_dead_letter set again = false, reason = ?, put_aside = now()"
                        + " where feed = ? and position = ?",
                StorableText.cut(reason, LONGEST_TEXT),
                feed.number(),
                position);
    }

    @Override
    public void release(FeedTarget feed) {
        jdbc.update(
                "update public.feed_progress set holder = '', expires = clock_timestamp() where feed = ? and holder = ?",
                feed.number(),
                holder);
    }

    @Override
    public void forgetAllBut(Set<Integer> feeds) {
        if (!feeds.isEmpty()) {
            jdbc.update(FORGET, (Object) feeds.toArray(Integer[]::new));
        }
    }
}
