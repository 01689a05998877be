package org.symbolon.store.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.feed.port.FeedJournal.Place;
import org.symbolon.store.support.MigratedDatabase;

/** Who holds a feed, how far it has come, and what was put aside. */
class JdbcFeedJournalTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final FeedTarget FEED = new FeedTarget(1, "one", "webhook", Map.of());

    private static DataSource dataSource;

    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final JdbcFeedJournal here = journal("here/1");
    private final JdbcFeedJournal there = journal("there/1");
    private final JdbcFeedRecords records = new JdbcFeedRecords(jdbc);

    @BeforeAll
    static void start() {
        dataSource = MigratedDatabase.with("V25__feeds");
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("create table domain_event (global_index bigint, aggregate_identifier text, payload_type text)");
        jdbc.execute("create table feed (id integer, name text)");
        jdbc.execute("insert into domain_event values (41, 'feed/one', 'FeedCreated'), (50, 'feed/one', 'Other'),"
                + " (60, 'feed/two', 'FeedCreated')");
        jdbc.execute("insert into feed values (1, 'one')");
    }

    private JdbcFeedJournal journal(String holder) {
        return new JdbcFeedJournal(jdbc, new TransactionTemplate(new JdbcTransactionManager(dataSource)), holder, LONG);
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate public.feed_progress cascade");
    }

    private void allRunOut() {
        jdbc.execute("update public.feed_progress set expires = clock_timestamp() - interval '1 millisecond'");
    }

    private static FedFact fact(long position) {
        return new FedFact("id" + position, position, "OtpAccepted", Instant.EPOCH, "{}", Map.of());
    }

    @Test
    void aFeedBeginsWithWhatMadeItOrWithTheBeginning() {
        assertThat(here.hold(FEED)).contains(new Place(40, 0, false));
        assertThat(here.hold(new FeedTarget(2, "two", "file", Map.of("start", Secret.of("beginning")))))
                .contains(new Place(0, 0, false));
    }

    @Test
    void oneHoldsItUntilItRunsOutOrIsGivenBack() {
        assertThat(here.hold(FEED)).isPresent();
        assertThat(there.hold(FEED)).isEmpty();
        assertThat(here.hold(FEED)).as("renewed").isPresent();

        there.release(FEED);
        assertThat(there.hold(FEED)).as("given back by another").isEmpty();

        here.release(FEED);
        assertThat(there.hold(FEED)).isPresent();
        allRunOut();
        assertThat(here.hold(FEED)).isPresent();
        assertThat(there.hold(FEED)).isEmpty();
    }

    @Test
    void whatIsUnderWayForLongIsRenewed() {
        here.hold(FEED);
        jdbc.execute("update public.feed_progress set expires = clock_timestamp() + interval '1 second'");
        there.renew(Set.of(1));
        here.renew(Set.of(1, 2));

        assertThat(jdbc.queryForObject(
                        "select expires > clock_timestamp() + interval '30 seconds' from public.feed_progress",
                        Boolean.class))
                .isTrue();
    }

    @Test
    void onlyTheHolderNotesHowFarItHasComeAndOnlyFromWhereItWas() {
        here.hold(FEED);

        assertThat(there.advance(FEED, 40, 45, 5)).isFalse();
        assertThat(here.advance(FEED, 41, 45, 5)).isFalse();
        assertThat(here.advance(FEED, 40, 45, 5)).isTrue();
        assertThat(here.hold(FEED)).contains(new Place(45, 0, false));
        assertThat(records.progress(1)).hasValueSatisfying(progress -> {
            assertThat(progress.position()).isEqualTo(45);
            assertThat(progress.node()).isEqualTo("here");
            assertThat(progress.behind()).isEqualTo(15);
            assertThat(progress.sent()).isEqualTo(5);
            assertThat(progress.delivered()).isPresent();
        });
    }

    @Test
    void failuresAreCountedUntilSomethingIsTaken() {
        here.hold(FEED);
        assertThat(here.failed(FEED, "away")).isEqualTo(1);
        assertThat(here.failed(FEED, "still away")).isEqualTo(2);
        assertThat(records.progress(1))
                .hasValueSatisfying(progress -> assertThat(progress.trouble()).isEqualTo("still away"));
        here.advance(FEED, 40, 41, 1);
        assertThat(here.hold(FEED)).contains(new Place(41, 0, false));
        assertThat(records.progress(1))
                .hasValueSatisfying(progress -> assertThat(progress.trouble()).isEmpty());
    }

    @Test
    void whatWasPutAsideIsSentAgainOrGivenUp() {
        here.hold(FEED);
        assertThat(there.putAside(FEED, 40, fact(42), "no")).isFalse();
        assertThat(here.putAside(FEED, 40, fact(42), "no")).isTrue();
        assertThat(here.putAside(FEED, 42, fact(43), "no")).isTrue();
        assertThat(records.deadLetters(1, 0, 10))
                .extracting(letter -> letter.position() + letter.kind() + letter.eventId() + letter.again())
                .containsExactly("42OtpAcceptedid42false", "43OtpAcceptedid43false");

        assertThat(records.sendAgain(1, Optional.of(43L))).isEqualTo(1);
        assertThat(records.sendAgain(2, Optional.empty())).isZero();
        assertThat(here.hold(FEED)).contains(new Place(43, 0, true));
        assertThat(here.toResend(FEED, 10)).containsExactly(43L);
        here.refusedAgain(FEED, 43, "still no");
        assertThat(here.toResend(FEED, 10)).isEmpty();

        records.sendAgain(1, Optional.empty());
        here.resent(FEED, 42);
        assertThat(here.toResend(FEED, 10)).containsExactly(43L);
        assertThat(records.drop(1, Optional.empty())).isEqualTo(1);
        assertThat(records.deadLetters(1, 0, 10)).isEmpty();
    }

    @Test
    void itIsMovedWhoeverHoldsIt() {
        assertThat(records.move(1, 0)).isFalse();
        here.hold(FEED);
        assertThat(records.move(1, 7)).isTrue();
        assertThat(here.advance(FEED, 40, 45, 5)).isFalse();
        assertThat(here.hold(FEED)).contains(new Place(7, 0, false));
    }

    @Test
    void whatIsGoneForLongIsForgotten() {
        here.hold(FEED);
        here.forgetAllBut(Set.of(2));
        assertThat(records.progress(1)).isPresent();

        jdbc.execute("update public.feed_progress set expires = clock_timestamp() - interval '31 days'");
        here.forgetAllBut(Set.of(1, 2));
        here.forgetAllBut(Set.of());
        assertThat(records.progress(1))
                .as("where no feed is known, perhaps none is known yet")
                .isPresent();
        here.forgetAllBut(Set.of(2));
        assertThat(records.progress(1)).isEmpty();
    }
}
