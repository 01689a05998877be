package org.symbolon.command.periodictask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.symbolon.command.error.Refusal;

/**
 * When a periodic task is due: the five columns of cron, and perhaps a sixth with seconds behind them, where others put
 * it before them. Spring's reading of cron is another one, so it is read here.
 */
final class CronInterval {

    private static final Set<String> ALIASES =
            Set.of("@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually");

    private static final List<CronColumn> COLUMNS = List.of(
            new CronColumn("minute", 0, 59, List.of()),
            new CronColumn("hour", 0, 23, List.of()),
            new CronColumn("day of the month", 1, 31, List.of()),
            new CronColumn(
                    "month",
                    1,
                    12,
                    List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new CronColumn("day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")),
            new CronColumn("second", 0, 59, List.of()));

    private CronInterval() {}

    /**
     * Looks whether the text says when.
     *
     * @throws Refusal 905 if it does not
     */
    static void check(String text) {
        String lowerCase = text.strip().toLowerCase(Locale.ROOT);
        if (ALIASES.contains(lowerCase)) {
            return;
        }
        String[] columns = lowerCase.split("\\s+", -1);
        if (columns.length < COLUMNS.size() - 1 || columns.length > COLUMNS.size()) {
            throw Refusal.parameter("Invalid interval: '" + text + "' has not 5 or 6 columns");
        }
        for (int index = 0; index < columns.length; index++) {
            CronColumn column = COLUMNS.get(index);
            if (!column.accepts(columns[index])) {
                throw Refusal.parameter("Invalid interval: '" + columns[index] + "' is no " + column.name());
            }
        }
    }
}
