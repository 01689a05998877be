package org.symbolon.api.eventhandler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.DeleteEventHandler;
import org.symbolon.command.eventhandler.SaveEventHandler;
import org.symbolon.command.eventhandler.module.Choices;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.command.eventhandler.ready.ReadyHandler;
import org.symbolon.command.eventhandler.ready.ReadySettings;
import org.symbolon.command.eventhandler.text.ReadyTexts;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.eventhandler.EventHandlerView;

/**
 * Says what has to be done so that ready handlers are there, or are not, for the API and the command line. They are handlers like any
 * others; one that somebody has changed is his, and stays as it is.
 */
@Component
public final class ReadyNotifications {

    private final Supplier<ConfigurationView> configuration;
    private final ExistingNames names;
    private final HandlerLookups lookups;

    ReadyNotifications(Supplier<ConfigurationView> configuration, ExistingNames names, HandlerLookups lookups) {
        this.configuration = configuration;
        this.names = names;
        this.lookups = lookups;
    }

    /** How a ready handler is on this server. */
    public enum State {
        ABSENT,
        INSTALLED,
        CHANGED
    }

    /**
     * A ready handler, and those that it has become.
     *
     * @param ids their numbers, mostly one or none
     */
    public record Known(ReadyHandler ready, State state, List<Integer> ids) {}

    /** What becomes of one. */
    public enum Outcome {
        MADE,
        UPDATED,
        UNCHANGED,
        KEPT,
        DELETED
    }

    /**
     * What becomes of one, and how.
     *
     * @param command null where there is nothing to do
     */
    public record Step(ReadyHandler ready, Outcome outcome, Object command) {}

    public List<Known> all() {
        return Stream.of(ReadyHandler.values()).map(this::known).toList();
    }

    private Known known(ReadyHandler ready) {
        List<EventHandlerView> found = found(ready);
        State state = State.CHANGED;
        if (found.isEmpty()) {
            state = State.ABSENT;
        } else if (found.stream().allMatch(ReadyNotifications::isUntouched)) {
            state = State.INSTALLED;
        }
        return new Known(ready, state, found.stream().map(EventHandlerView::id).toList());
    }

    private List<EventHandlerView> found(ReadyHandler ready) {
        return configuration.get().eventHandlers().stream()
                .filter(handler -> ready.is(handler.definition(), handler.options()))
                .sorted(Comparator.comparingInt(EventHandlerView::id))
                .toList();
    }

    private static boolean isUntouched(EventHandlerView handler) {
        return ReadyHandler.isUntouched(handler.definition(), handler.options());
    }

    /**
     * Those that are to be spoken of.
     *
     * @param wanted their names, none for all
     * @throws Refusal 601 if there is one that is none
     */
    public static List<ReadyHandler> named(Set<String> wanted) {
        for (String name : wanted) {
            if (ReadyHandler.find(name).isEmpty()) {
                throw Refusal.notFound("There is no ready-made notification '" + name + "'.");
            }
        }
        return Stream.of(ReadyHandler.values())
                .filter(ready -> wanted.isEmpty() || wanted.contains(ready.word()))
                .toList();
    }

    /**
     * The settings to install with.
     *
     * @param mailServer empty for the only one that there is
     * @throws Refusal 905 if there is no such server, none or several to choose from, or no text in this language
     */
    public ReadySettings settings(String mailServer, String language, String contact, String replyTo) {
        ReadySettings settings = new ReadySettings(mailServer(mailServer), language, contact, replyTo);
        boolean isKnown = ReadyTexts.LANGUAGES.contains(language)
                || Stream.of(ReadyHandler.values())
                        .allMatch(ready -> lookups.templateIfAny(ready.word() + "." + language + ".txt")
                                .isPresent());
        if (!isKnown) {
            throw Refusal.parameter("There are no texts in the language '" + language + "'");
        }
        return settings;
    }

    private String mailServer(String named) {
        List<String> there = names.of(Choices.existing(Choices.Kind.MAIL_SERVERS));
        if (named.isEmpty() && there.size() == 1) {
            return there.get(0);
        }
        if (named.isEmpty()) {
            throw Refusal.parameter(
                    there.isEmpty()
                            ? "There is no mail server; define one first"
                            : "There are several mail servers; say which: " + String.join(", ", there));
        }
        if (!there.contains(named)) {
            throw Refusal.parameter("There is no mail server '" + named + "'");
        }
        return named;
    }

    /**
     * What has to be done so that they are there.
     *
     * @param force whether those that somebody has changed become as they were
     */
    public List<Step> installation(List<ReadyHandler> wanted, ReadySettings settings, boolean force) {
        return wanted.stream()
                .map(ready -> installation(ready, settings, force))
                .toList();
    }

    private Step installation(ReadyHandler ready, ReadySettings settings, boolean force) {
        Map<String, Secret> options = ready.options(settings);
        List<EventHandlerView> found = found(ready);
        if (found.isEmpty()) {
            return new Step(ready, Outcome.MADE, new SaveEventHandler(null, ready.definition(), options));
        }
        EventHandlerView first = found.get(0);
        if (!isUntouched(first) && !force) {
            return new Step(ready, Outcome.KEPT, null);
        }
        if (isUntouched(first) && options.equals(options(first))) {
            return new Step(ready, Outcome.UNCHANGED, null);
        }
        return new Step(ready, Outcome.UPDATED, new SaveEventHandler(first.id(), ready.definition(), options));
    }

    private static Map<String, Secret> options(EventHandlerView handler) {
        Map<String, Secret> options = new HashMap<>();
        handler.options().forEach((key, entry) -> options.put(key, Secret.of(entry.isSecret() ? "" : entry.value())));
        return options;
    }

    /**
     * What has to be done so that they are not there.
     *
     * @param force whether those go, too, that somebody has changed
     */
    public List<Step> removal(List<ReadyHandler> wanted, boolean force) {
        List<Step> steps = new ArrayList<>();
        for (ReadyHandler ready : wanted) {
            List<EventHandlerView> found = found(ready);
            if (found.isEmpty()) {
                steps.add(new Step(ready, Outcome.UNCHANGED, null));
            }
            for (EventHandlerView handler : found) {
                steps.add(
                        force || isUntouched(handler)
                                ? new Step(ready, Outcome.DELETED, new DeleteEventHandler(handler.id()))
                                : new Step(ready, Outcome.KEPT, null));
            }
        }
        return steps;
    }
}
