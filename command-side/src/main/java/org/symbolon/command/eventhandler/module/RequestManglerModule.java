package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

/** Changes the parameters of a request. */
final class RequestManglerModule {

    private static final Option PARAMETER =
            line("parameter", "The name of the parameter.").mandatory();

    static final HandlerModule TABLE = HandlerModule.named("RequestMangler", HandlerModule.BEFORE_AND_AFTER)
            .action("delete", PARAMETER)
            .action(
                    "set",
                    PARAMETER,
                    line("value", "Its new value; {0}, {1} stand for the groups of the pattern.")
                            .mandatory(),
                    line("match_parameter", "The parameter that the pattern is held against."),
                    line("match_pattern", "The regular expression that the whole of it must match."));

    private RequestManglerModule() {}
}
