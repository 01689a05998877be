package org.symbolon.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.radiusserver.DeleteRadiusServer;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.query.sending.QueryDispatcher;

/** RADIUS servers. */
@Component
final class RadiusServerKind extends ColumnsKind {

    private static final Shape SHAPE = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(1812))
            .with("secret", Shape.secret("What it shares with this server.").required())
            .with("dictionary", Shape.text("The file of its attributes.").or("/etc/edumfa/dictionary"))
            .with("description", Shape.text("What it is for."))
            .with(
                    "timeout",
                    Shape.number("After how many seconds it is asked again.").or(5))
            .with("retries", Shape.number("How often it is asked again.").or(3))
            .with("enforce_ma", Shape.flag("Whether its answers must bring a message authenticator."));

    private final RadiusServers servers;

    RadiusServerKind(QueryDispatcher queries, RadiusServers servers) {
        super(queries, RadiusServerTable.TABLE, SHAPE);
        this.servers = servers;
    }

    @Override
    public String key(String name) {
        return name.replace(' ', '_');
    }

    @Override
    Secret secret(String name) {
        return servers.find(name).map(RadiusPeer::secret).orElse(Secret.EMPTY);
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveRadiusServer(
                name,
                Fields.text(fields, "server"),
                Fields.number(fields, "port"),
                Fields.secret(fields, "secret"),
                Fields.text(fields, "dictionary"),
                Fields.text(fields, "description"),
                Fields.number(fields, "timeout"),
                Fields.number(fields, "retries"),
                Fields.flag(fields, "enforce_ma"))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteRadiusServer(present.name());
    }
}
