package org.symbolon.api.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.eventhandler.DeleteEventHandler;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.eventhandler.SaveEventHandler;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.eventhandler.EventHandlerView;

/**
 * Event handlers. Several may have one name; the second of them is known to files by its name and {@code #2}, in the order of their
 * numbers.
 */
@Component
final class EventHandlerKind implements ConfigurationKind {

    private static final String NAME = "name";
    private static final String EVENTS = "event";
    private static final String MODULE = "handlermodule";
    private static final String ACTION = "action";
    private static final String POSITION = "position";
    private static final String ORDERING = "ordering";
    private static final String ACTIVE = "active";
    private static final String CONDITIONS = "conditions";
    private static final String OPTIONS = "options";

    private static final Shape SHAPE = Shape.fields("")
            .with(NAME, Shape.text("What it is called, where files know it under another name."))
            .with(ACTIVE, Shape.flag("Whether it is switched on.").or(true))
            .with(EVENTS, Shape.list("On which events.").required())
            .with(MODULE, Shape.text("Which module acts.").required())
            .with(ACTION, Shape.text("What it does.").required())
            .with(
                    POSITION,
                    Shape.choice("Before or after the request.", "pre", "post").or("post"))
            .with(
                    ORDERING,
                    Shape.number("When it takes its turn, the lowest first.").or(0))
            .with(CONDITIONS, Shape.object("On what it depends."))
            .with(OPTIONS, Shape.object("How it acts."));

    private final Supplier<ConfigurationView> configuration;
    private final SecretVault vault;

    EventHandlerKind(Supplier<ConfigurationView> configuration, SecretVault vault) {
        this.configuration = configuration;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean isSecret(String field, String entry, Map<String, Object> fields) {
        return field.equals(OPTIONS)
                && HandlerModules.find(Fields.text(fields, MODULE))
                        .filter(module -> module.isSecret(Fields.text(fields, ACTION), entry))
                        .isPresent();
    }

    @Override
    public List<ConfiguredItem> present() {
        Set<String> taken = new TreeSet<>();
        List<ConfiguredItem> items = new ArrayList<>();
        configuration.get().eventHandlers().stream()
                .sorted(Comparator.comparingInt(EventHandlerView::id))
                .forEach(handler -> items.add(item(handler, taken)));
        return items;
    }

    private ConfiguredItem item(EventHandlerView handler, Set<String> taken) {
        HandlerDefinition definition = handler.definition();
        String name = definition.name();
        for (int number = 2; !taken.add(name); number++) {
            name = definition.name() + " #" + number;
        }
        Map<String, Object> options = new HashMap<>();
        handler.options().forEach((key, entry) -> options.put(key, option(handler.id(), key, entry)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(NAME, name.equals(definition.name()) ? "" : definition.name());
        fields.put(ACTIVE, definition.active());
        fields.put(EVENTS, definition.events());
        fields.put(MODULE, definition.module());
        fields.put(ACTION, definition.action());
        fields.put(POSITION, definition.position());
        fields.put(ORDERING, definition.ordering());
        fields.put(CONDITIONS, new HashMap<String, Object>(definition.conditions()));
        fields.put(OPTIONS, options);
        return new ConfiguredItem(name, handler.id(), fields);
    }

    private Object option(int number, String key, ConfigEntry entry) {
        return entry.isSecret()
                ? SealedValue.of(() -> vault.unseal(EventHandler.optionBinding(number, key), entry.secret()))
                : entry.value();
    }

    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Map<String, Object> normal = new LinkedHashMap<>(fields);
        normal.put(EVENTS, Fields.list(fields, EVENTS).stream().distinct().toList());
        if (given.name().equals(Fields.text(fields, NAME))) {
            normal.put(NAME, "");
        }
        return normal;
    }

    /** The second of a name behind the first, and the tenth behind the ninth, for numbers are given in this order. */
    @Override
    public Comparator<String> order() {
        return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        String called = Fields.text(fields, NAME);
        HandlerDefinition definition = new HandlerDefinition(
                called.isEmpty() ? name : called,
                Fields.flag(fields, ACTIVE),
                Fields.list(fields, EVENTS),
                Fields.text(fields, MODULE),
                Fields.text(fields, ACTION),
                Fields.text(fields, POSITION),
                Fields.number(fields, ORDERING),
                Fields.texts(fields, CONDITIONS));
        return List.of(ItemStep.of(new SaveEventHandler(
                present.map(ConfiguredItem::number).orElse(null), definition, Fields.secrets(fields, OPTIONS))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteEventHandler(present.number());
    }
}
