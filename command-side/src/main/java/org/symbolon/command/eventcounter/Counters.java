package org.symbolon.command.eventcounter;

import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventcounter.port.CounterValues;
import org.symbolon.command.shared.Limits;

/** Counters over all nodes, for the commands on them and for whoever reads one as a part of a larger decision. */
public class Counters {

    private static final int NAME = 80;
    private static final int NODE = 255;

    private final Repository<EventCounter> counters;
    private final CounterValues values;

    public Counters(Repository<EventCounter> counters, CounterValues values) {
        this.counters = counters;
        this.values = values;
    }

    void increase(String name, String node) throws Exception {
        check(name, node);
        counter(name, node).execute(found -> found.increase(name, node));
    }

    /** Where there is nothing left to take one from, and less than nothing is not allowed, all nodes' values become zero. */
    void decrease(String name, String node, boolean belowZero) throws Exception {
        check(name, node);
        SortedMap<String, Integer> byNode = values.held(name);
        if (belowZero || sum(byNode) > 0) {
            counter(name, node).execute(found -> found.decrease(name, node));
            return;
        }
        reset(name, node, byNode);
    }

    void reset(String name, String node) throws Exception {
        check(name, node);
        reset(name, node, values.held(name));
    }

    /**
     * The counter's value, empty if nobody has counted yet. If it is to begin anew, the value is what each node's counter
     * held when it became zero: who counts meanwhile makes it a conflict, so no count is lost or noted twice.
     */
    public OptionalLong read(String name, boolean anew) throws Exception {
        SortedMap<String, Integer> byNode = values.held(name);
        if (byNode.isEmpty()) {
            return OptionalLong.empty();
        }
        long value = sum(byNode);
        return OptionalLong.of(anew && value != 0 ? take(name, byNode.keySet()) : value);
    }

    private long take(String name, Set<String> nodes) throws Exception {
        long taken = 0;
        for (String node : nodes) {
            Aggregate<EventCounter> counter = counter(name, node);
            taken += counter.invoke(EventCounter::value);
            counter.execute(found -> found.reset(name, node));
        }
        return taken;
    }

    private void reset(String name, String node, SortedMap<String, Integer> byNode) throws Exception {
        if (byNode.isEmpty()) {
            counter(name, node).execute(found -> found.reset(name, node));
            return;
        }
        take(name, byNode.keySet());
    }

    private Aggregate<EventCounter> counter(String name, String node) throws Exception {
        return counters.loadOrCreate(EventCounter.idOf(name, node), EventCounter::new);
    }

    private static long sum(SortedMap<String, Integer> byNode) {
        return byNode.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static void check(String name, String node) {
        if (name.isEmpty()) {
            throw Refusal.parameter("The name of a counter must not be empty");
        }
        Limits.check("name", name, NAME);
        Limits.check("node", node, NODE);
    }
}
