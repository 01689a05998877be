package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.projections.ReadModels;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.store.readmodel.ReadModel;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/** Looks at the read models in the database, and leaves a trace in the audit of every rebuild. */
@Component
public class MaintainedReadModels implements ReadModels {

    private static final String ACTOR = "command line";
    private static final Set<ReadModelGroup> ALL = Set.of(ReadModelGroup.values());
    private static final long TOO_MANY_TO_COUNT = 100_000;

    private final JdbcOperations jdbc;
    private final Rebuild rebuild;
    private final CommandSender commands;
    private final Clock clock;
    private final TableDigests digests;

    public MaintainedReadModels(
            JdbcOperations jdbc, Rebuild rebuild, CommandSender commands, Clock clock, TableDigests digests) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.commands = commands;
        this.clock = clock;
        this.digests = digests;
    }

    @Override
    public List<String> names() {
        return namesOf(ALL);
    }

    @Override
    public List<Status> list() {
        long reached = number("select coalesce(max(position), 0) from projection_position where name = 'trailing'");
        long last = number("select coalesce(max(global_index), 0) from domain_event");
        long lag = number("select count(*) from domain_event where global_index > ?", reached);
        return Arrays.stream(ReadModelGroup.values())
                .flatMap(group -> group.members().stream())
                .map(model -> model.kind() == ReadModel.Kind.INLINE
                        ? status(model, last, 0)
                        : status(model, Math.max(0, reached), lag))
                .toList();
    }

    private Status status(ReadModel model, long position, long lag) {
        List<Table> tables = model.tables().stream().map(this::table).toList();
        return new Status(model.name(), inWords(model.kind()), position, lag, tables);
    }

    private static String inWords(ReadModel.Kind kind) {
        return switch (kind) {
            case INLINE -> "inline";
            case MIXED -> "inline, counters trailing";
            case TRAILING -> "trailing";
        };
    }

    private Table table(String name) {
        long estimate = number("select greatest(reltuples, 0)::bigint from pg_class where oid = ?::regclass", name);
        if (estimate > TOO_MANY_TO_COUNT) {
            return new Table(name, estimate, true);
        }
        return new Table(name, number("select count(*) from " + name), false);
    }

    @Override
    public Outcome rebuild(List<String> names, Progress progress) {
        Set<ReadModelGroup> groups = ReadModelGroup.of(names);
        Instant started = clock.instant();
        return recorded(groups, started, run(groups, progress));
    }

    @Override
    public Comparison rebuildAndCompare(Progress progress) {
        List<String> before = digests.take();
        Instant started = clock.instant();
        Rebuild.Outcome rebuilt = run(ALL, progress);
        List<String> after = digests.take();
        return new Comparison(recorded(ALL, started, rebuilt), before, after);
    }

    /** The entry in the audit comes after everything else, as one more event. */
    private Outcome recorded(Set<ReadModelGroup> groups, Instant started, Rebuild.Outcome rebuilt) {
        List<String> models = namesOf(groups);
        commands.sendAs(ACTOR, new RecordRequest(fact(models, started, rebuilt)));
        return new Outcome(models, rebuilt.events(), rebuilt.duration(), rebuilt.writersWaited(), rebuilt.unreadable());
    }

    private Rebuild.Outcome run(Set<ReadModelGroup> groups, Progress progress) {
        try {
            return rebuild.run(groups, progress::at);
        } catch (IllegalStateException e) {
            throw new CommandFailedException(e.getMessage());
        }
    }

    private static RequestAnswered fact(List<String> models, Instant started, Rebuild.Outcome outcome) {
        return CommandFacts.of("projections rebuild", null, String.join(", ", models), started, outcome.duration());
    }

    private static List<String> namesOf(Set<ReadModelGroup> groups) {
        return groups.stream()
                .sorted()
                .flatMap(group -> group.models().stream())
                .toList();
    }

    private long number(String sql, Object... arguments) {
        Long found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
