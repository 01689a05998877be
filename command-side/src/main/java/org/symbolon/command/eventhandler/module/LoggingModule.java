package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

/** Writes a line into the log of the server. */
final class LoggingModule {

    static final HandlerModule TABLE = HandlerModule.named("Logging", HandlerModule.BEFORE_AND_AFTER)
            .action(
                    "logging",
                    line("name", "The name of the logger.").otherwise("edumfa-eventlogger"),
                    line("message", "The line; tags are filled in.").otherwise("event={action} triggered"),
                    line("level", "How grave it is.")
                            .from(Choices.of("ERROR", "WARNING", "INFO", "DEBUG"))
                            .otherwise("INFO"));

    private LoggingModule() {}
}
