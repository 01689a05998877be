package org.symbolon.projections.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.periodictask.PeriodicTaskDefined;
import org.symbolon.events.periodictask.PeriodicTaskDeleted;
import org.symbolon.events.periodictask.PeriodicTaskDisabled;
import org.symbolon.events.periodictask.PeriodicTaskEnabled;
import org.symbolon.events.periodictask.PeriodicTaskRan;
import org.symbolon.events.periodictask.PeriodicTaskRedefined;
import org.symbolon.events.periodictask.TaskDefinition;

/** Periodic tasks that come, run, change and go. The first one only ever runs. */
final class RandomTasks {

    private final Random random;
    private final List<Integer> living = new ArrayList<>();
    private int lastId;

    RandomTasks(Random random) {
        this.random = random;
    }

    Object next() {
        if (lastId == 0 || random.nextInt(5) == 0) {
            living.add(++lastId);
            return new PeriodicTaskDefined(lastId, definition(lastId));
        }
        int id = living.get(random.nextInt(living.size()));
        int kind = id == 1 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 0, 1 -> new PeriodicTaskRan(id, "node" + random.nextInt(3));
            case 2 -> new PeriodicTaskRedefined(id, definition(id));
            case 3 -> new PeriodicTaskEnabled(id);
            case 4 -> new PeriodicTaskDisabled(id);
            default -> {
                living.remove((Object) id);
                yield new PeriodicTaskDeleted(id);
            }
        };
    }

    private TaskDefinition definition(int id) {
        List<String> nodes = new ArrayList<>(List.of("node" + random.nextInt(3)));
        if (random.nextBoolean()) {
            nodes.add("node9");
        }
        Map<String, String> options = new HashMap<>(Map.of("total_tokens", "True"));
        if (random.nextBoolean()) {
            options.put("assigned_tokens", "1");
        }
        return new TaskDefinition(
                "task " + id + "." + random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean(),
                "0 0 * * *",
                nodes,
                "SimpleStats",
                random.nextInt(3),
                options);
    }
}
