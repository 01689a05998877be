package org.symbolon.cli.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.MomentConverter;
import picocli.CommandLine;

/** The command on statistics, with what reads its moments. */
public final class StatsCommands {

    private StatsCommands() {}

    public static CommandLine create(Backend backend) {
        return new CommandLine(new StatsCommand(backend, Clock.systemUTC()))
                .registerConverter(Instant.class, MomentConverter.moments())
                .registerConverter(Duration.class, MomentConverter.steps());
    }
}
