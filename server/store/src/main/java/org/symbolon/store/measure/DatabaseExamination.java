package org.symbolon.store.measure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;
import org.symbolon.store.measure.StoreMeasures.Measures;

/** Looks at the database: its version, its clock, and whether what follows the stream keeps up with it. */
@Component
final class DatabaseExamination implements Examination {

    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration FAR_APART = Duration.ofSeconds(30);

    /** PostgreSQL 13 got its last corrections in 2025, and each version gets them for one year more than the one before. */
    private static final int YEAR_OF_VERSION_0 = 2012;

    private static final int LAST_DAY = 15;

    private final JdbcOperations jdbc;
    private final StoreMeasures measures;
    private final Clock clock;

    DatabaseExamination(JdbcOperations jdbc, StoreMeasures measures, Clock clock) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "database";
    }

    @Override
    public List<Subject> subjects() {
        return List.of(
                new Subject("version", () -> List.of(ofVersion())),
                new Subject("clock", () -> List.of(ofClock())),
                new Subject("read-models", this::ofReadModels),
                new Subject("sending", this::ofSending));
    }

    private Finding ofVersion() {
        String version = jdbc.queryForObject("show server_version", String.class);
        Integer number =
                jdbc.queryForObject("select current_setting('server_version_num')::int / 10000", Integer.class);
        LocalDate last = LocalDate.of(YEAR_OF_VERSION_0 + (number == null ? 0 : number), Month.NOVEMBER, LAST_DAY);
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(last)
                ? Finding.warning("PostgreSQL %s gets no corrections any more since %s: go to a newer version"
                        .formatted(version, last))
                : Finding.ok("PostgreSQL %s, which gets corrections until %s".formatted(version, last));
    }

    /** The question takes a moment, of which the answer may be of any. */
    private Finding ofClock() {
        Instant before = clock.instant();
        Timestamp said = jdbc.queryForObject("select clock_timestamp()", Timestamp.class);
        Instant after = clock.instant();
        if (said == null) {
            return Finding.failed("The database does not tell the time");
        }
        Duration apart = apart(before, said.toInstant(), after);
        String words = String.format(
                Locale.ROOT,
                "The clocks of this machine and of the database are %.1f s apart",
                apart.toMillis() / 1000.0);
        if (apart.compareTo(FAR_APART) > 0) {
            return Finding.failed(words + ": values of time are refused; have both follow a time server");
        }
        return apart.compareTo(APART) > 0
                ? Finding.warning(words + ": have both follow a time server")
                : Finding.ok(words);
    }

    static Duration apart(Instant before, Instant said, Instant after) {
        if (said.isBefore(before)) {
            return Duration.between(said, before);
        }
        return said.isAfter(after) ? Duration.between(after, said) : Duration.ZERO;
    }

    private List<Finding> ofReadModels() {
        Measures found = measures.take();
        List<Finding> findings = new ArrayList<>();
        long lag = Math.max(0, found.end() - found.trailing());
        findings.add(
                found.behind().compareTo(LATE) > 0
                        ? Finding.warning(
                                ("Read models are %d events behind, for %d minutes: look whether a server runs,"
                                                + " and at its log")
                                        .formatted(lag, found.behind().toMinutes()))
                        : Finding.ok("Read models are %d events behind".formatted(lag)));
        if (found.unreadable() > 0) {
            findings.add(Finding.warning("Read models lack %d events that cannot be read: symbolon events check"
                    .formatted(found.unreadable())));
        }
        return findings;
    }

    private List<Finding> ofSending() {
        Measures found = measures.take();
        return List.of(
                found.oldest().compareTo(LATE) > 0
                        ? Finding.warning(
                                ("%d mails and the like are to be sent, the oldest for %d minutes: look at the log of"
                                                + " the server")
                                        .formatted(
                                                found.waiting(), found.oldest().toMinutes()))
                        : Finding.ok("%d mails and the like are to be sent".formatted(found.waiting())));
    }
}
