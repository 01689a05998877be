package org.symbolon.app.maintenance;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.symbolon.cli.events.EventLog;
import org.symbolon.query.history.StreamEvents;
import org.symbolon.query.sending.QueryDispatcher;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes stored events as lines of JSON. */
@Component
public class StoredEventLog implements EventLog {

    /** The fields in the order of the record. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final QueryDispatcher queries;

    public StoredEventLog(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public long read(Selection selection, Consumer<String> line) {
        StreamEvents query = new StreamEvents(
                selection.serial().orElse(null),
                selection.from(),
                selection.limit(),
                event -> line.accept(JSON.writeValueAsString(event)));
        return queries.ask(query, Long.class);
    }
}
