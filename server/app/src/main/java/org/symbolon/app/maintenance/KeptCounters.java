package org.symbolon.app.maintenance;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.cli.eventcounter.EventCounters;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventcounter.DecreaseEventCounter;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.query.eventcounter.CounterSum;
import org.symbolon.query.eventcounter.FindEventCounter;
import org.symbolon.query.eventcounter.ListEventCounters;
import org.symbolon.query.sending.QueryDispatcher;

/** Reads and corrects the counters for the command line, as this node. */
@Component
final class KeptCounters implements EventCounters {

    private static final String ACTOR = "command line";

    private final CommandSender commands;
    private final QueryDispatcher queries;
    private final String node;

    KeptCounters(CommandSender commands, QueryDispatcher queries, @Value("${symbolon.node}") String node) {
        this.commands = commands;
        this.queries = queries;
        this.node = node;
    }

    @Override
    public List<Counter> list() {
        return queries.list(new ListEventCounters(), CounterSum.class).stream()
                .map(sum -> new Counter(sum.name(), sum.value()))
                .toList();
    }

    @Override
    public long increase(String name) {
        send(new IncreaseEventCounter(name, node));
        return value(name);
    }

    @Override
    public long decrease(String name, boolean belowZero) {
        send(new DecreaseEventCounter(name, node, belowZero));
        return value(name);
    }

    @Override
    public void reset(String name) {
        send(new ResetEventCounter(name, node));
    }

    private long value(String name) {
        return queries.find(new FindEventCounter(name), Long.class).orElse(0L);
    }

    private void send(Object command) {
        try {
            commands.sendAs(ACTOR, command);
        } catch (Refusal refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }
}
