package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.symbolon.api.configuration.ConfigurationFault;
import org.symbolon.api.configuration.ConfigurationPlan;
import org.symbolon.api.configuration.ConfigurationPlan.PlannedChange;
import org.symbolon.api.configuration.ConfigurationPlanner;
import org.symbolon.api.configuration.FieldChange;
import org.symbolon.api.configuration.GivenItem;
import org.symbolon.api.configuration.ItemChange;
import org.symbolon.api.configuration.TheirConfiguration;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.DoTogether;
import org.symbolon.events.audit.RequestAnswered;

/**
 * Takes the configuration in and out for the command line. A plan is made anew for each attempt to apply it, from what is true then;
 * each change has its row in the audit.
 */
@Component
public final class ConfigurationToolbox implements ConfigurationTools {

    private final ConfigurationPlanner planner;
    private final TheirConfiguration theirs;
    private final CommandSender commands;
    private final Clock clock;

    ConfigurationToolbox(ConfigurationPlanner planner, TheirConfiguration theirs, CommandSender commands, Clock clock) {
        this.planner = planner;
        this.theirs = theirs;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Map<String, Map<String, Map<String, Object>>> export(boolean openSecrets) {
        return planner.export(openSecrets);
    }

    @Override
    public Plan plan(Wanted wanted, boolean prune) {
        return refusing(() -> told(planned(wanted, prune)));
    }

    private ConfigurationPlan planned(Wanted wanted, boolean prune) {
        return planner.plan(given(wanted), wanted.kinds(), prune);
    }

    @Override
    public Plan apply(Wanted wanted, boolean prune, String who) {
        return refusing(() -> told(applied(() -> planned(wanted, prune), who)));
    }

    @Override
    public Plan adopt(Object export, String place, Set<String> kinds, boolean dryRun, String who) {
        return refusing(() -> {
            List<GivenItem> items = theirs.items(export, place, kinds);
            Set<String> named = items.stream().map(GivenItem::kind).collect(Collectors.toSet());
            Supplier<ConfigurationPlan> plan = () -> planner.plan(items, named, false);
            return told(dryRun ? plan.get() : applied(plan, who));
        });
    }

    /** Nothing is sent where there is nothing to do. */
    private ConfigurationPlan applied(Supplier<ConfigurationPlan> plan, String who) {
        Instant started = clock.instant();
        AtomicReference<ConfigurationPlan> done = new AtomicReference<>(plan.get());
        if (!done.get().changes().isEmpty()) {
            commands.sendFreshAs(who, () -> {
                done.set(plan.get());
                return together(done.get(), who, started);
            });
        }
        return done.get();
    }

    @Override
    public void delete(String kind, String name, String who) {
        Instant started = clock.instant();
        refusing(() -> commands.sendFreshAs(who, () -> together(planner.deletion(kind, name), who, started)));
    }

    private static List<GivenItem> given(Wanted wanted) {
        return wanted.items().stream().map(ConfigurationToolbox::given).toList();
    }

    private static GivenItem given(Item item) {
        return new GivenItem(item.kind(), item.name(), item.fields(), field -> item.places()
                .getOrDefault(field, item.places().get("")));
    }

    private DoTogether together(ConfigurationPlan plan, String who, Instant started) {
        return new DoTogether(plan.changes().stream()
                .flatMap(change -> change.steps().stream()
                        .map(step -> new DoTogether.Step(
                                change.change().kind() + " " + change.change().name(),
                                step.command(),
                                step.check(),
                                result -> step == last(change) ? fact(change.change(), who, started) : null)))
                .toList());
    }

    private static Object last(PlannedChange change) {
        return change.steps().get(change.steps().size() - 1);
    }

    private RequestAnswered fact(ItemChange change, String who, Instant started) {
        String fields = change.fields().stream().map(FieldChange::field).collect(Collectors.joining(", "));
        String info = action(change).name() + (fields.isEmpty() ? "" : ": " + fields);
        return CommandFacts.of(
                "config apply",
                who,
                change.kind() + " " + change.name(),
                info,
                started,
                Duration.between(started, clock.instant()));
    }

    private static Plan told(ConfigurationPlan plan) {
        return new Plan(
                plan.changes().stream().map(change -> told(change.change())).toList(),
                plan.onlyHere(),
                plan.keptEntries());
    }

    private static Change told(ItemChange change) {
        return new Change(
                action(change),
                change.kind(),
                change.name(),
                change.fields().stream()
                        .map(field -> new Line(field.field(), field.before(), field.after()))
                        .toList());
    }

    private static Action action(ItemChange change) {
        return switch (change.action()) {
            case MAKE -> Action.MAKE;
            case CHANGE -> Action.CHANGE;
            case DELETE -> Action.DELETE;
        };
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigurationFault | Refusal refused) {
            throw new CommandFailedException(refused.getMessage());
        }
    }
}
