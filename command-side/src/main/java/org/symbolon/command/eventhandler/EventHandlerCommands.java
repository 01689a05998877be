package org.symbolon.command.eventhandler;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** What administrators do to event handlers. A handler that is written anew keeps nothing that it is not given again. */
public class EventHandlerCommands {

    private final Repository<EventHandler> handlers;
    private final Existing<EventHandler> existing;
    private final IntSupplier nextNumber;
    private final SealedConfig sealing;

    public EventHandlerCommands(Repository<EventHandler> handlers, IntSupplier nextNumber, SecretVault vault) {
        this.handlers = handlers;
        this.existing = new Existing<>(handlers, EventHandler::present, "EventHandler");
        this.nextNumber = nextNumber;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the handler. */
    @CommandHandler
    public int handle(SaveEventHandler command) throws Exception {
        HandlerModule module = DefinitionRules.check(command.definition(), command.options());
        if (command.handlerId() != null) {
            return redefine(command, module);
        }
        int number = nextNumber.getAsInt();
        Map<String, ConfigEntry> options = options(number, command, module, Map.of());
        handlers.loadOrCreate(EventHandler.idOf(number), EventHandler::new)
                .execute(found -> found.define(number, command.definition(), options));
        return number;
    }

    private int redefine(SaveEventHandler command, HandlerModule module) {
        HandlerDefinition definition = command.definition();
        Aggregate<EventHandler> handler = load(command.handlerId());
        Map<String, ConfigEntry> before = handler.invoke(EventHandler::options);
        Map<String, ConfigEntry> options = options(command.handlerId(), command, module, before);
        before.forEach((key, entry) -> {
            if (!options.getOrDefault(key, ConfigEntry.plain("")).isSecret()) {
                sealing.erase(entry);
            }
        });
        handler.execute(found -> found.redefine(definition, options));
        return command.handlerId();
    }

    private Map<String, ConfigEntry> options(
            int number, SaveEventHandler command, HandlerModule module, Map<String, ConfigEntry> before) {
        Map<String, ConfigEntry> options = new HashMap<>();
        command.options().forEach((key, value) -> {
            if (module.isSecret(command.definition().action(), key)) {
                keepSecretly(EventHandler.optionBinding(number, key), value, before.get(key), options);
            } else {
                options.put(key, ConfigEntry.plain(value.reveal()));
            }
        });
        return options;
    }

    private void keepSecretly(Binding binding, Secret value, ConfigEntry known, Map<String, ConfigEntry> options) {
        if (!Censored.is(value)) {
            options.put(binding.name(), sealing.sealed(binding, value, known, "password", ""));
        } else if (known != null && known.isSecret()) {
            options.put(binding.name(), known);
        }
    }

    @CommandHandler
    public void handle(EnableEventHandler command) {
        load(command.handlerId()).execute(EventHandler::enable);
    }

    @CommandHandler
    public void handle(DisableEventHandler command) {
        load(command.handlerId()).execute(EventHandler::disable);
    }

    @CommandHandler
    public void handle(DeleteEventHandler command) {
        Aggregate<EventHandler> handler = load(command.handlerId());
        handler.invoke(EventHandler::options).values().forEach(sealing::erase);
        handler.execute(EventHandler::delete);
    }

    private Aggregate<EventHandler> load(int number) {
        return existing.require(EventHandler.idOf(number));
    }
}
