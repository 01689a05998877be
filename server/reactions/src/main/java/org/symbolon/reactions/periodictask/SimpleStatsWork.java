package org.symbolon.reactions.periodictask;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.shared.Truth;
import org.symbolon.query.monitoring.CountTokenFigures;
import org.symbolon.query.monitoring.TokenFigures;
import org.symbolon.query.sending.QueryDispatcher;

/** Counts tokens, and notes each figure that was chosen under the name of its option. */
public final class SimpleStatsWork implements TaskWork {

    private final QueryDispatcher queries;

    public SimpleStatsWork(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public String module() {
        return "SimpleStats";
    }

    @Override
    public Result run(Map<String, String> options) {
        Map<String, Long> chosen = new TreeMap<>(byOption(queries.ask(new CountTokenFigures(), TokenFigures.class)));
        chosen.keySet().removeIf(option -> !Truth.of(options.get(option)));
        return new Result(chosen, null);
    }

    private static Map<String, Long> byOption(TokenFigures figures) {
        return Map.of(
                "total_tokens", figures.tokens(),
                "hardware_tokens", figures.hardware(),
                "software_tokens", figures.software(),
                "unassigned_hardware_tokens", figures.unassignedHardware(),
                "assigned_tokens", figures.assigned(),
                "user_with_token", figures.users());
    }
}
