package org.symbolon.app.examination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.symbolon.cli.doctor.Doctor.Check;
import org.symbolon.cli.doctor.Doctor.Result;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Verdict;

/** Says of each finding how it stands with it now, and of what ends whether that is near. */
final class Judgements {

    private final Instant now;
    private final int warnDays;

    Judgements(Clock clock, int warnDays) {
        this.now = clock.instant();
        this.warnDays = warnDays;
    }

    Check of(String kind, String name, Finding finding) {
        if (finding instanceof Finding.Said said) {
            return new Check(kind, name, result(said.verdict()), said.words(), Optional.empty());
        }
        Finding.Holds holds = (Finding.Holds) finding;
        return new Check(kind, name, result(holds), words(holds), Optional.of(holds.until()));
    }

    private static Result result(Verdict verdict) {
        return switch (verdict) {
            case OK -> Result.OK;
            case UNCHECKED -> Result.UNCHECKED;
            case WARNING -> Result.WARNING;
            case FAILED -> Result.FAILED;
        };
    }

    private Result result(Finding.Holds holds) {
        if (isOver(holds) || isToCome(holds)) {
            return result(holds.over());
        }
        return daysLeft(holds) < warnDays ? Result.WARNING : Result.OK;
    }

    private String words(Finding.Holds holds) {
        LocalDate end = LocalDate.ofInstant(holds.until(), ZoneOffset.UTC);
        if (isOver(holds)) {
            return "%s has ended on %s: renew it".formatted(holds.what(), end);
        }
        if (isToCome(holds)) {
            return "%s is not good before %s: look at the clock, or take another".formatted(holds.what(), holds.from());
        }
        return daysLeft(holds) < warnDays
                ? "%s ends in %d days, on %s: renew it".formatted(holds.what(), daysLeft(holds), end)
                : "%s is good until %s".formatted(holds.what(), end);
    }

    private boolean isOver(Finding.Holds holds) {
        return holds.until().isBefore(now);
    }

    private boolean isToCome(Finding.Holds holds) {
        return holds.from().isAfter(now);
    }

    private long daysLeft(Finding.Holds holds) {
        return Duration.between(now, holds.until()).toDays();
    }
}
