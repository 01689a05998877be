package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.smsgateway.DeleteSmsGateway;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.command.smsgateway.SecretOptions;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.smsgateway.ListSmsGatewayOptions;
import org.symbolon.query.smsgateway.SmsGatewayOptionView;

/** SMS gateways. */
@Component
final class SmsGatewayKind implements ConfigurationKind {

    private static final String PROVIDER = "providermodule";
    private static final String DESCRIPTION = "description";
    private static final String OPTIONS = "options";
    private static final String HEADERS = "headers";

    private static final Shape SHAPE = Shape.fields("")
            .with(PROVIDER, Shape.text("Its kind.").required())
            .with(DESCRIPTION, Shape.text("What it is for."))
            .with(OPTIONS, Shape.object("Its options."))
            .with(HEADERS, Shape.object("The headers of its requests."));

    private final QueryDispatcher queries;
    private final ReadyGateways gateways;

    SmsGatewayKind(QueryDispatcher queries, ReadyGateways gateways) {
        this.queries = queries;
        this.gateways = gateways;
    }

    @Override
    public String name() {
        return "smsgateway";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean isSecret(String field, String entry, Map<String, Object> fields) {
        return SecretOptions.contain(entry);
    }

    @Override
    public List<ConfiguredItem> present() {
        List<SmsGatewayOptionView> options = queries.list(new ListSmsGatewayOptions(), SmsGatewayOptionView.class);
        return queries.list(new ListDefinitions(SmsGatewayTable.TABLE), DefinitionView.class).stream()
                .map(gateway -> item(gateway, options))
                .toList();
    }

    private ConfiguredItem item(DefinitionView gateway, List<SmsGatewayOptionView> all) {
        Map<String, Object> options = new HashMap<>();
        Map<String, Object> headers = new HashMap<>();
        all.stream()
                .filter(option -> option.gateway() == gateway.number())
                .forEach(option ->
                        (option.header() ? headers : options).put(option.key(), value(gateway.name(), option)));
        String description = gateway.text(DESCRIPTION);
        return new ConfiguredItem(
                gateway.name(),
                gateway.number(),
                Map.of(
                        PROVIDER,
                        gateway.text(PROVIDER),
                        DESCRIPTION,
                        description == null ? "" : description,
                        OPTIONS,
                        options,
                        HEADERS,
                        headers));
    }

    private Object value(String gateway, SmsGatewayOptionView option) {
        return option.value().<Object>map(text -> text).orElseGet(() -> SealedValue.of(() -> secret(gateway, option)));
    }

    private Secret secret(String gateway, SmsGatewayOptionView option) {
        Gateway ready = gateways.find(gateway).orElseThrow();
        return (option.header() ? ready.headers() : ready.options()).get(option.key());
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveSmsGateway(
                name,
                Fields.text(fields, PROVIDER),
                Fields.text(fields, DESCRIPTION),
                Fields.secrets(fields, OPTIONS),
                Fields.secrets(fields, HEADERS))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteSmsGateway(present.name());
    }
}
