package org.symbolon.command.periodictask;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Existing;
import org.symbolon.events.periodictask.TaskDefinition;

/** What administrators do to periodic tasks. */
public class PeriodicTaskCommands {

    private final Repository<PeriodicTask> tasks;
    private final Existing<PeriodicTask> existing;
    private final Repository<TaskName> names;
    private final IntSupplier nextNumber;

    public PeriodicTaskCommands(Repository<PeriodicTask> tasks, Repository<TaskName> names, IntSupplier nextNumber) {
        this.tasks = tasks;
        this.existing = new Existing<>(tasks, PeriodicTask::present, "PeriodicTask");
        this.names = names;
        this.nextNumber = nextNumber;
    }

    /** The number of the task. */
    @CommandHandler
    public int handle(SavePeriodicTask command) throws Exception {
        TaskDefinition definition = command.definition();
        TaskRules.check(definition);
        if (command.taskId() != null) {
            return redefine(command.taskId(), definition);
        }
        Aggregate<TaskName> name = free(name(definition.name()), definition.name());
        int number = nextNumber.getAsInt();
        name.execute(found -> found.take(definition.name(), number));
        tasks.loadOrCreate(PeriodicTask.idOf(number), PeriodicTask::new)
                .execute(found -> found.define(number, definition));
        return number;
    }

    private int redefine(int number, TaskDefinition definition) throws Exception {
        Aggregate<PeriodicTask> task = load(number);
        String former = task.invoke(PeriodicTask::name);
        String name = definition.name();
        if (!former.equals(name)) {
            Map<String, Aggregate<TaskName>> both = inOrder(former, name);
            free(both.get(name), name).execute(found -> found.take(name, number));
            both.get(former).execute(found -> found.release(former));
        }
        task.execute(found -> found.redefine(definition));
        return number;
    }

    /** Loading locks: everybody who needs two names must take them in the same order. */
    private SortedMap<String, Aggregate<TaskName>> inOrder(String one, String other) throws Exception {
        SortedMap<String, Aggregate<TaskName>> loaded = new TreeMap<>();
        boolean oneFirst = one.compareTo(other) < 0;
        String first = oneFirst ? one : other;
        String second = oneFirst ? other : one;
        loaded.put(first, name(first));
        loaded.put(second, name(second));
        return loaded;
    }

    private Aggregate<TaskName> name(String name) throws Exception {
        return names.loadOrCreate(TaskName.idOf(name), TaskName::new);
    }

    private static Aggregate<TaskName> free(Aggregate<TaskName> aggregate, String name) {
        if (!aggregate.invoke(TaskName::isFree)) {
            throw Refusal.parameter("There is a periodic task with the name '" + name + "' already");
        }
        return aggregate;
    }

    @CommandHandler
    public void handle(EnablePeriodicTask command) {
        load(command.taskId()).execute(PeriodicTask::enable);
    }

    @CommandHandler
    public void handle(DisablePeriodicTask command) {
        load(command.taskId()).execute(PeriodicTask::disable);
    }

    @CommandHandler
    public void handle(DeletePeriodicTask command) throws Exception {
        Aggregate<PeriodicTask> task = load(command.taskId());
        String name = task.invoke(PeriodicTask::name);
        name(name).execute(found -> found.release(name));
        task.execute(PeriodicTask::delete);
    }

    private Aggregate<PeriodicTask> load(int number) {
        return existing.require(PeriodicTask.idOf(number));
    }
}
