package org.symbolon.server.reaction.periodictask;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.symbolon.command.eventcounter.Counters;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.TaskRunCommands;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.query.sending.QueryDispatcher;

/** Wires the running of periodic tasks. The command line has no clock of its own: it runs what it is told to. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class PeriodicTaskRunConfiguration {

    @Bean
    TaskRunCommands taskRunCommands(Configuration configuration, Statistics statistics, Counters counters) {
        return new TaskRunCommands(configuration.repository(PeriodicTask.class), statistics, counters);
    }

    @Bean
    TaskRunner taskRunner(
            QueryDispatcher queries, CommandSender commands, Clock clock, @Value("${symbolon.node}") String node) {
        List<TaskWork> works = List.of(new EventCounterWork(), new SimpleStatsWork(queries));
        return new TaskRunner(queries, commands, works, clock, node);
    }

    @Bean
    @ConditionalOnWebApplication
    TaskClock taskClock(TaskRunner runner, @Value("${symbolon.task-pause:10s}") Duration pause) {
        return new TaskClock(runner, pause);
    }
}
