package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;

/** Changes the answer to a request. */
final class ResponseManglerModule {

    private static final Option POINTER = line("JSON pointer", "Which part of the answer, such as /result/value.")
            .mandatory();

    static final HandlerModule TABLE = HandlerModule.named("ResponseMangler", HandlerModule.AFTER)
            .action("delete", ResponseManglerModule::delete, POINTER)
            .action(
                    "set",
                    ResponseManglerModule::set,
                    POINTER,
                    line("type", "What the value is.").mandatory().from(Choices.of("string", "integer", "bool")),
                    line("value", "The new value.").mandatory());

    private static final int DEEPEST = 3;
    private static final Set<String> YES = Set.of("true", "1");

    private ResponseManglerModule() {}

    private static List<Deed> delete(HandledRequest request, HandlerOptions options) {
        return changing(options, Optional.empty());
    }

    private static List<Deed> set(HandledRequest request, HandlerOptions options) {
        String text = options.text("value", "");
        Object value =
                switch (options.text("type", "string")) {
                    case "integer" -> number(text);
                    case "bool" -> Boolean.valueOf(YES.contains(text.strip().toLowerCase(Locale.ROOT)));
                    default -> text;
                };
        return changing(options, Optional.of(value));
    }

    /** What is no number stays as it is. */
    private static Object number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static List<Deed> changing(HandlerOptions options, Optional<Object> value) {
        List<String> path = Stream.of(options.required("JSON pointer").split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        return path.isEmpty() || path.size() > DEEPEST
                ? List.of(new Deed.Nothing("the pointer must have one to three parts", true))
                : List.of(new Deed.Change(path, value));
    }
}
