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
import org.symbolon.cli.CommandFailedException;
import org.symbolon.cli.ConfigurationTools;
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
    private final CommandSender commands;
    private final Clock clock;

    ConfigurationToolbox(ConfigurationPlanner planner, CommandSender commands, Clock clock) {
        this.planner = planner;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Map<String, Map<String, Map<String, Object>>> export(boolean openSecrets) {
        return planner.export(openSecrets);
    }

    @Override
    public Plan plan(Wanted wanted, boolean prune) {
        return told(refusing(() -> planned(wanted, prune)));
    }

    @Override
    public Plan apply(Wanted wanted, boolean prune, String who) {
        Instant started = clock.instant();
        AtomicReference<ConfigurationPlan> done = new AtomicReference<>();
        return refusing(() -> {
            done.set(planned(wanted, prune));
            if (!done.get().changes().isEmpty()) {
                commands.sendFreshAs(who, () -> {
                    done.set(planned(wanted, prune));
                    return together(done.get(), who, started);
                });
            }
            return told(done.get());
        });
    }

    @Override
    public void delete(String kind, String name, String who) {
        Instant started = clock.instant();
        refusing(() -> commands.sendFreshAs(who, () -> together(planner.deletion(kind, name), who, started)));
    }

    private ConfigurationPlan planned(Wanted wanted, boolean prune) {
        List<GivenItem> items =
                wanted.items().stream().map(ConfigurationToolbox::given).toList();
        return planner.plan(items, Set.copyOf(wanted.kinds()), prune);
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
