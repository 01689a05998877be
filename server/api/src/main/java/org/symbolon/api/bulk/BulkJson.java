package org.symbolon.api.bulk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.bulk.port.BulkOperations.Progress;

/** How far an operation is, on the wire. */
final class BulkJson {

    static final Shape SHAPE = Shape.fields("How far it is.")
            .with("id", Shape.text("By which it is asked about."))
            .with("action", Shape.choice("What is done to each token.", BulkAction.names()))
            .with("state", Shape.choice("Whether it goes on.", "running", "interrupted", "done", "cancelled"))
            .with("begun", Shape.time("When it was ordered."))
            .with("total", Shape.number("How many tokens there are."))
            .with("done", Shape.number("To how many it has been done."))
            .with("refused", Shape.number("To how many it was not, for a reason."))
            .with("open", Shape.number("How many are left."));

    private BulkJson() {}

    static Map<String, Object> of(Progress progress) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", progress.id());
        json.put("action", progress.action());
        json.put("state", progress.state().name().toLowerCase(Locale.ROOT));
        json.put("begun", progress.begun());
        json.put("total", progress.total());
        json.put("done", progress.done());
        json.put("refused", progress.refused());
        json.put("open", progress.total() - progress.done() - progress.refused());
        return json;
    }
}
