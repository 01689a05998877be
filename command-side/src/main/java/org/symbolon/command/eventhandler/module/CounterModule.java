package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.List;
import org.symbolon.command.eventcounter.DecreaseEventCounter;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;

/** Counts events. */
final class CounterModule {

    private static final String COUNTER = "counter_name";
    private static final String BELOW_ZERO = "allow_negative_values";
    private static final Option NAME = line(COUNTER, "The name of the counter.");

    static final HandlerModule TABLE = HandlerModule.named("Counter", HandlerModule.BEFORE_AND_AFTER)
            .listeningToHappenings()
            .action("increase_counter", CounterModule::increase, NAME)
            .action(
                    "decrease_counter",
                    CounterModule::decrease,
                    NAME,
                    flag(BELOW_ZERO, "Let the counter go below zero."))
            .action("reset_counter", CounterModule::reset, NAME);

    private CounterModule() {}

    private static List<Deed> increase(HandledRequest request, HandlerOptions options) {
        String name = options.required(COUNTER);
        String node = request.lookups().node();
        return List.of(Deed.Order.of(new IncreaseEventCounter(name, node), "increase the counter " + name));
    }

    private static List<Deed> decrease(HandledRequest request, HandlerOptions options) {
        String name = options.required(COUNTER);
        DecreaseEventCounter decrease =
                new DecreaseEventCounter(name, request.lookups().node(), options.flag(BELOW_ZERO));
        return List.of(Deed.Order.of(decrease, "decrease the counter " + name));
    }

    private static List<Deed> reset(HandledRequest request, HandlerOptions options) {
        String name = options.required(COUNTER);
        String node = request.lookups().node();
        return List.of(Deed.Order.of(new ResetEventCounter(name, node), "reset the counter " + name));
    }
}
