package org.symbolon.command.eventcounter;

import org.axonframework.commandhandling.CommandHandler;

/** What is done to counters. */
public class EventCounterCommands {

    private final Counters counters;

    public EventCounterCommands(Counters counters) {
        this.counters = counters;
    }

    @CommandHandler
    public void handle(IncreaseEventCounter command) throws Exception {
        counters.increase(command.name(), command.node());
    }

    @CommandHandler
    public void handle(DecreaseEventCounter command) throws Exception {
        counters.decrease(command.name(), command.node(), command.belowZero());
    }

    @CommandHandler
    public void handle(ResetEventCounter command) throws Exception {
        counters.reset(command.name(), command.node());
    }
}
