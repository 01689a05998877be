package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.eventhandler.condition.BoundedExpression;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.events.shared.Secret;

/** Changes the parameters of a request. */
final class RequestManglerModule {

    private static final Option PARAMETER =
            line("parameter", "The name of the parameter.").mandatory();

    static final HandlerModule TABLE = HandlerModule.named("RequestMangler", HandlerModule.BEFORE_AND_AFTER)
            .action("delete", RequestManglerModule::delete, PARAMETER)
            .action(
                    "set",
                    RequestManglerModule::set,
                    PARAMETER,
                    line("value", "Its new value; {0}, {1} stand for the groups of the pattern.")
                            .mandatory(),
                    line("match_parameter", "The parameter that the pattern is held against."),
                    line("match_pattern", "The regular expression that the whole of it must match."));

    private static final Pattern GROUP = Pattern.compile("\\{(\\d{1,2})\\}");

    private RequestManglerModule() {}

    private static List<Deed> delete(HandledRequest request, HandlerOptions options) {
        return List.of(new Deed.Parameter(options.required("parameter"), Optional.empty()));
    }

    private static List<Deed> set(HandledRequest request, HandlerOptions options) {
        String name = options.required("parameter");
        String value = options.text("value", "");
        Optional<String> matched = options.given("match_parameter");
        if (matched.isEmpty()) {
            return List.of(new Deed.Parameter(name, Optional.of(Secret.of(value))));
        }
        if (!request.event().has(matched.get())) {
            return List.of(new Deed.Nothing("there is no parameter " + matched.get(), true));
        }
        Optional<MatchResult> match = BoundedExpression.of(options.text("match_pattern", ""))
                .matching(request.event().parameter(matched.get()));
        if (match.isEmpty()) {
            return List.of(new Deed.Nothing("the parameter " + matched.get() + " does not match", true));
        }
        return List.of(filled(value, match.get())
                .<Deed>map(text -> new Deed.Parameter(name, Optional.of(Secret.of(text))))
                .orElseGet(() -> new Deed.Nothing("the pattern has too few groups", true)));
    }

    /** The value with the groups in it, of which {0} is the first; empty if there are too few. */
    private static Optional<String> filled(String value, MatchResult match) {
        if (GROUP.matcher(value).results().anyMatch(tag -> Integer.parseInt(tag.group(1)) >= match.groupCount())) {
            return Optional.empty();
        }
        return Optional.of(GROUP.matcher(value)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(match.group(Integer.parseInt(tag.group(1)) + 1), ""))));
    }
}
