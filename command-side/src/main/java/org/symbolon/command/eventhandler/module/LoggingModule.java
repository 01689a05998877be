package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.List;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.text.TaggedText;

/** Writes a line into the log of the server. */
final class LoggingModule {

    private static final String LOGGER = "edumfa-eventlogger";
    private static final String MESSAGE = "event={action} triggered";
    private static final String LEVEL = "INFO";

    static final HandlerModule TABLE = HandlerModule.named("Logging", HandlerModule.BEFORE_AND_AFTER)
            .listeningToHappenings()
            .action(
                    "logging",
                    LoggingModule::log,
                    line("name", "The name of the logger.").otherwise(LOGGER),
                    line("message", "The line; tags are filled in.").otherwise(MESSAGE),
                    line("level", "How grave it is.")
                            .from(Choices.of("ERROR", "WARNING", "INFO", "DEBUG"))
                            .otherwise(LEVEL));

    private LoggingModule() {}

    /** A line cannot be broken by what somebody typed. */
    private static List<Deed> log(HandledRequest request, HandlerOptions options) {
        String line = TaggedText.filled(options.text("message", MESSAGE), new LoggedTags(request)::of);
        return List.of(new Deed.Log(
                options.text("name", LOGGER), options.text("level", LEVEL), line.replaceAll("\\p{Cntrl}", " ")));
    }
}
