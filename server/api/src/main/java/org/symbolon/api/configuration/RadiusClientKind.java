package org.symbolon.api.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.radiusclient.RadiusClientEndpoint;
import org.symbolon.command.radiusclient.DeleteRadiusClient;
import org.symbolon.command.radiusclient.SaveRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusClientSecrets;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.radiusclient.RadiusClientTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Who may ask this server by RADIUS. */
@Component
final class RadiusClientKind extends ColumnsKind {

    private static final String TRANSPORT = "transport";

    private final RadiusClientSecrets secrets;

    RadiusClientKind(QueryDispatcher queries, RadiusClientSecrets secrets) {
        super(queries, RadiusClientTable.TABLE, RadiusClientEndpoint.SETTINGS);
        this.secrets = secrets;
    }

    @Override
    Secret secret(String name) {
        return secrets.secretOf(name).orElse(Secret.EMPTY);
    }

    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Map<String, Object> normal = new LinkedHashMap<>(fields);
        normal.put(
                TRANSPORT, RadiusClientTable.transport(RadiusClientEndpoint.transport(Fields.text(fields, TRANSPORT))));
        return normal;
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveRadiusClient(
                name,
                Fields.text(fields, "address"),
                RadiusClientEndpoint.transport(Fields.text(fields, TRANSPORT)),
                Fields.secret(fields, "secret"),
                Fields.text(fields, "certificates"),
                Fields.text(fields, "certificate_name"),
                Fields.flag(fields, "require_ma"),
                Fields.text(fields, "realm"),
                Fields.flag(fields, "caller_address"),
                Fields.text(fields, "description"))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteRadiusClient(present.name());
    }
}
