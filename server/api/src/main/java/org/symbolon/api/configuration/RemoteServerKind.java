package org.symbolon.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.remoteserver.DeleteRemoteServer;
import org.symbolon.command.remoteserver.SaveRemoteServer;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Other servers of this kind. */
@Component
final class RemoteServerKind extends ColumnsKind {

    private static final Shape SHAPE = Shape.fields("")
            .with("url", Shape.text("Where it is.").required())
            .with("tls", Shape.flag("Whether its certificate is verified.").or(true))
            .with("description", Shape.text("What it is for."));

    RemoteServerKind(QueryDispatcher queries) {
        super(queries, RemoteServerTable.TABLE, SHAPE);
    }

    @Override
    public String key(String name) {
        return name.replace(' ', '_');
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveRemoteServer(
                name, Fields.text(fields, "url"), Fields.flag(fields, "tls"), Fields.text(fields, "description"))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteRemoteServer(present.name());
    }
}
