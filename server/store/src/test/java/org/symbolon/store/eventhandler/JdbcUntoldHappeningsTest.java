package org.symbolon.store.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings.Orphan;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings.Place;
import org.symbolon.store.support.MigratedDatabase;

/** Whatever is noted is told by somebody. */
class JdbcUntoldHappeningsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Place FIRST = new Place("token/A", 0);
    private static final Place SECOND = new Place("token/A", 7);

    private static DataSource dataSource;

    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final JdbcUntoldHappenings here = new JdbcUntoldHappenings(jdbc, "here", LONG);
    private final JdbcUntoldHappenings there = new JdbcUntoldHappenings(jdbc, "there", LONG);

    @BeforeAll
    static void start() {
        dataSource = MigratedDatabase.with("V26__untold_happenings");
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate public.untold_happening");
    }

    private void minutesPass(int minutes) {
        jdbc.update("update public.untold_happening set expires = expires - ? * interval '1 minute'", minutes);
    }

    @Test
    void whatIsNotCommittedIsNotNoted() {
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> {
            here.note(FIRST);
            status.setRollbackOnly();
        });
        minutesPass(2);

        assertThat(there.takeOver(10)).isEmpty();
    }

    @Test
    void whatANodeLeavesBehindAnotherTakesOver() {
        here.note(FIRST);
        here.note(SECOND);
        assertThat(there.takeOver(10)).as("as long as the node lives").isEmpty();

        here.told(FIRST);
        minutesPass(2);

        assertThat(there.takeOver(10)).containsExactly(new Orphan(SECOND, 1));
        assertThat(here.takeOver(10)).as("it is another's by now").isEmpty();
    }

    @Test
    void aNodeThatLivesKeepsWhatIsItsOwn() {
        here.note(FIRST);
        minutesPass(1);
        jdbc.update("update public.untold_happening set expires = clock_timestamp() + interval '1 second'");

        assertThat(here.takeOver(10)).isEmpty();
        jdbc.update("update public.untold_happening set expires = expires - interval '30 seconds'");

        assertThat(there.takeOver(10)).as("renewed").isEmpty();
    }

    @Test
    void theOldestAreTakenFirstAndNoMoreThanWanted() {
        here.note(SECOND);
        minutesPass(1);
        here.note(FIRST);
        minutesPass(2);

        assertThat(there.takeOver(1)).extracting(Orphan::place).containsExactly(SECOND);
        assertThat(there.takeOver(5)).extracting(Orphan::place).containsExactly(FIRST);
    }

    @Test
    void whatIsGivenBackWaitsAndIsCounted() {
        here.note(FIRST);
        here.giveBack(FIRST);
        assertThat(here.takeOver(10)).isEmpty();

        minutesPass(2);
        assertThat(here.takeOver(10)).containsExactly(new Orphan(FIRST, 1));
        here.giveBack(FIRST);
        minutesPass(2);
        assertThat(there.takeOver(10)).containsExactly(new Orphan(FIRST, 2));

        here.giveBack(FIRST);
        minutesPass(2);
        assertThat(there.takeOver(10))
                .as("its own, which nobody else gives back")
                .isEmpty();
    }
}
