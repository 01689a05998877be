package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.command.caconnector.CaConnectorCommands;
import org.symbolon.command.caconnector.DeleteCaConnector;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/** CA connectors. */
@Component
final class CaConnectorKind extends EntriesKind {

    private final QueryDispatcher queries;
    private final ReadyAuthorities authorities;

    CaConnectorKind(QueryDispatcher queries, ReadyAuthorities authorities) {
        super(false);
        this.queries = queries;
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return "caconnector";
    }

    @Override
    public List<ConfiguredItem> present() {
        return queries.list(new ListDefinitions(CaConnectorTable.TABLE), DefinitionView.class).stream()
                .map(this::item)
                .toList();
    }

    private ConfiguredItem item(DefinitionView connector) {
        Map<String, Object> data = new HashMap<>();
        connector
                .entries()
                .forEach((key, value) -> data.put(
                        key,
                        value.<Object>map(text -> text)
                                .orElseGet(() -> SealedValue.of(() -> authorities
                                        .find(connector.name())
                                        .orElseThrow()
                                        .options()
                                        .get(key)))));
        return new ConfiguredItem(
                connector.name(), connector.number(), Map.of(TYPE, connector.text("catype"), DATA, data));
    }

    @Override
    Set<String> secretKeys(String type) {
        return CaConnectorCommands.SECRETS;
    }

    @Override
    Object saving(String name, String type, GivenEntries changed) {
        return new SaveCaConnector(name, type, changed);
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteCaConnector(present.name());
    }
}
