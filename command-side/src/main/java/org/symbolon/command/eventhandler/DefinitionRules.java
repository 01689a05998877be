package org.symbolon.command.eventhandler;

import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.command.eventhandler.module.HandlerCondition;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.eventhandler.module.RequestEvents;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.Secret;

/**
 * What a handler must be like to be stored: a misspelt event or action would never run and never complain. Options are
 * not held against the table, for what is missing or too much shows when the action runs.
 */
final class DefinitionRules {

    private static final int NAME = 64;
    private static final int EVENTS = 255;
    private static final int ACTION = 1024;
    private static final int MOST_OPTIONS = 500;

    private DefinitionRules() {}

    /** The module of the definition, if all fits. */
    static HandlerModule check(HandlerDefinition definition, Map<String, Secret> options) {
        Limits.check("name", definition.name(), NAME);
        checkEvents(definition);
        HandlerModule module = HandlerModules.find(definition.module())
                .orElseThrow(() -> Refusal.parameter("Unknown handler module: '" + definition.module() + "'"));
        Limits.check("action", definition.action(), ACTION);
        if (!module.offers(definition.action())) {
            throw Refusal.parameter(
                    "Unknown action of the handler module " + module.name() + ": '" + definition.action() + "'");
        }
        if (!module.positions().contains(definition.position())) {
            throw Refusal.parameter(
                    "The handler module " + module.name() + " has no position '" + definition.position() + "'");
        }
        if (definition.events().stream().anyMatch(TokenHappening::isOne)) {
            checkAfterwards(definition, module);
        }
        checkConditions(definition.conditions());
        checkOptions(options);
        return module;
    }

    private static void checkEvents(HandlerDefinition definition) {
        if (definition.events().isEmpty()) {
            throw Refusal.parameter("event: expected at least one event");
        }
        for (String event : definition.events()) {
            if (!RequestEvents.all().contains(event) && !TokenHappening.isOne(event)) {
                throw Refusal.parameter("Unknown event: '" + event + "'");
            }
        }
        Limits.check("event", String.join(",", definition.events()), EVENTS);
    }

    /** What has happened has no request any more that could be changed, or wait. */
    private static void checkAfterwards(HandlerDefinition definition, HandlerModule module) {
        if (!module.listensToHappenings()) {
            throw Refusal.parameter("The handler module " + module.name()
                    + " needs a request, and cannot listen to what has happened to a token");
        }
        if (!definition.position().equals(Position.POST.word())) {
            throw Refusal.parameter("What has happened to a token has no position '" + definition.position() + "'");
        }
    }

    private static void checkConditions(Map<String, String> conditions) {
        conditions.forEach((key, value) -> {
            if (!HandlerCondition.exists(key)) {
                throw Refusal.parameter("Unknown condition: '" + key + "'");
            }
            Limits.check(key, value, Limits.SETTING_VALUE);
        });
    }

    private static void checkOptions(Map<String, Secret> options) {
        if (options.size() > MOST_OPTIONS) {
            throw Refusal.parameter("There must not be more than " + MOST_OPTIONS + " options");
        }
        options.forEach((key, value) -> {
            if (key.isEmpty()) {
                throw Refusal.parameter("The key of an option must not be empty");
            }
            Limits.check("option." + key, key, Limits.SETTING_KEY);
            Limits.check("option." + key, value.reveal(), Limits.SETTING_VALUE);
        });
    }
}
