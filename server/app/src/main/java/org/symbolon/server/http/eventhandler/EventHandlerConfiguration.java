package org.symbolon.server.http.eventhandler;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.eventhandler.EventHandlerCommands;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.ConfigurationSource;
import org.symbolon.server.readmodel.ReadModelLookups;

/** Wires event handlers: their commands and their endpoint. */
@Configuration(proxyBeanMethods = false)
public class EventHandlerConfiguration {

    @Bean
    EventHandlerCommands eventHandlerCommands(
            org.axonframework.config.Configuration configuration, ReadModelLookups lookups, SecretVault vault) {
        return new EventHandlerCommands(
                configuration.repository(EventHandler.class), lookups::nextEventHandlerId, vault);
    }

    @Bean
    EventHandlerEndpoint eventHandlerEndpoint(
            CommandDispatcher commands,
            Supplier<ConfigurationView> configuration,
            TokenTypes types,
            QueryDispatcher queries,
            ConfigurationSource source,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms,
            @Value("${symbolon.script-directory:/etc/edumfa/scripts}") Path scripts) {
        ExistingNames names = new ExistingNames(configuration, types, queries, superuserRealms);
        return new EventHandlerEndpoint(commands, source, new ModuleJson(names, new ScriptDirectory(scripts)));
    }
}
