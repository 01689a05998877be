package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

/** Counts events. */
final class CounterModule {

    private static final Option NAME = line("counter_name", "The name of the counter.");

    static final HandlerModule TABLE = HandlerModule.named("Counter", HandlerModule.BEFORE_AND_AFTER)
            .action("increase_counter", NAME)
            .action("decrease_counter", NAME, flag("allow_negative_values", "Let the counter go below zero."))
            .action("reset_counter", NAME);

    private CounterModule() {}
}
