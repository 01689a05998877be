package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

/** Changes the answer to a request. */
final class ResponseManglerModule {

    private static final Option POINTER = line("JSON pointer", "Which part of the answer, such as /result/value.")
            .mandatory();

    static final HandlerModule TABLE = HandlerModule.named("ResponseMangler", HandlerModule.AFTER)
            .action("delete", POINTER)
            .action(
                    "set",
                    POINTER,
                    line("type", "What the value is.").mandatory().from(Choices.of("string", "integer", "bool")),
                    line("value", "The new value.").mandatory());

    private ResponseManglerModule() {}
}
