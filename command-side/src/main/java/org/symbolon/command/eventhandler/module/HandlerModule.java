package org.symbolon.command.eventhandler.module;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;

/**
 * What one kind of event handler can do: the table of its actions and their options. Whatever checks, shows or runs
 * handlers reads the same table.
 */
public final class HandlerModule {

    static final List<String> BEFORE_AND_AFTER = List.of("post", "pre");
    static final List<String> AFTER = List.of("post");

    private final String name;
    private final List<String> positions;
    private final Map<String, List<Option>> actions = new LinkedHashMap<>();
    private final Map<String, Doing> doings = new HashMap<>();
    private List<Option> ofEachScript;
    private ScriptDoing script;
    private boolean happenings;

    private HandlerModule(String name, List<String> positions) {
        this.name = name;
        this.positions = positions;
    }

    static HandlerModule named(String name, List<String> positions) {
        return new HandlerModule(name, positions);
    }

    /** Can act when there is no request, on what has happened to a token; and does nothing to tokens, or it would go on for ever. */
    HandlerModule listeningToHappenings() {
        happenings = true;
        return this;
    }

    /** Whether its handlers may listen to what has happened to tokens. */
    public boolean listensToHappenings() {
        return happenings;
    }

    /** What a script wants done that the operator has put where scripts are. */
    @FunctionalInterface
    interface ScriptDoing {

        List<Deed> about(String script, HandledRequest request, HandlerOptions options);
    }

    HandlerModule action(String action, Doing doing, Option... options) {
        actions.put(action, List.of(options));
        doings.put(action, doing);
        return this;
    }

    /** Has these options of an action as well. */
    HandlerModule offering(String action, List<Option> more) {
        actions.computeIfPresent(action, (name, options) -> Stream.concat(options.stream(), more.stream())
                .toList());
        return this;
    }

    /** Has one action for each script that the server finds, all with these options. */
    HandlerModule actionForEachScript(ScriptDoing doing, Option... options) {
        ofEachScript = List.of(options);
        script = doing;
        return this;
    }

    /**
     * What an action wants done about a request.
     *
     * @throws org.symbolon.command.error.Refusal if it cannot be done at all
     */
    public List<Deed> about(String action, HandledRequest request, HandlerOptions options) {
        Doing doing = doings.get(action);
        return doing == null ? script.about(action, request, options) : doing.about(request, options);
    }

    public String name() {
        return name;
    }

    /** Whether a handler may go before or after a request is worked on. */
    public List<String> positions() {
        return positions;
    }

    /** The actions that do not depend on what the server finds, with their options. */
    public Map<String, List<Option>> actions() {
        return Collections.unmodifiableMap(actions);
    }

    /** The options of each script, if the module runs scripts. */
    public Optional<List<Option>> scriptOptions() {
        return Optional.ofNullable(ofEachScript);
    }

    /** Whether there is such an action; a script need not be there yet, but its name must be that of a mere file. */
    public boolean offers(String action) {
        return actions.containsKey(action) || (ofEachScript != null && isFileName(action));
    }

    private static boolean isFileName(String text) {
        return !text.isBlank() && !text.startsWith(".") && !text.contains("/") && !text.contains("\\");
    }

    /** Whether what is said in this option must be kept from everybody. */
    public boolean isSecret(String action, String option) {
        return actions.getOrDefault(action, List.of()).stream()
                .anyMatch(known -> known.isSecret() && known.name().equals(option));
    }
}
