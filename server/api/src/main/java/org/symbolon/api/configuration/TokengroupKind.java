package org.symbolon.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokengroup.DeleteTokengroup;
import org.symbolon.command.tokengroup.SaveTokengroup;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Token groups; which tokens are in them is the business of the tokens. */
@Component
final class TokengroupKind extends ColumnsKind {

    private static final Shape SHAPE = Shape.fields("").with("description", Shape.text("What it is for."));

    TokengroupKind(QueryDispatcher queries) {
        super(queries, TokengroupTable.TABLE, SHAPE);
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return List.of(ItemStep.of(new SaveTokengroup(name, Fields.text(fields, "description"))));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteTokengroup(present.name());
    }
}
