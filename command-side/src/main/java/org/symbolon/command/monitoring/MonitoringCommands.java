package org.symbolon.command.monitoring;

import org.axonframework.commandhandling.CommandHandler;

/** What is done to statistics. */
public class MonitoringCommands {

    private final Statistics statistics;

    public MonitoringCommands(Statistics statistics) {
        this.statistics = statistics;
    }

    /** How many were deleted. */
    @CommandHandler
    public int handle(DeleteStatistics command) {
        return statistics.delete(command.key(), command.from(), command.to());
    }
}
