package org.symbolon.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.serviceid.DeleteServiceid;
import org.symbolon.command.serviceid.SaveServiceid;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Service ids. */
@Component
final class ServiceidKind extends ColumnsKind {

    private static final Shape SHAPE = Shape.fields("").with("description", Shape.text("What it is for."));

    ServiceidKind(QueryDispatcher queries) {
        super(queries, ServiceidTable.TABLE, SHAPE);
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveServiceid(name, Fields.text(fields, "description"))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteServiceid(present.name());
    }
}
