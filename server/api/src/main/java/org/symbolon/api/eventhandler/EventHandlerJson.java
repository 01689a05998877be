package org.symbolon.api.eventhandler;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.projections.eventhandler.EventHandlerView;

/** Event handlers in the words of the wire. */
final class EventHandlerJson {

    /** What {@link #of} answers. */
    static final Shape SHAPE = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("name", Shape.text("What it is called."))
            .with("active", Shape.flag("Whether it is switched on."))
            .with("event", Shape.list("On which events."))
            .with("handlermodule", Shape.text("Which module acts."))
            .with("action", Shape.text("What it does."))
            .with("position", Shape.text("Before or after the request."))
            .with("ordering", Shape.number("When it takes its turn, the lowest first."))
            .with("condition", Shape.text("Empty."))
            .with("conditions", Shape.mapOf("On what it depends.", Shape.text("")))
            .with("options", Shape.mapOf("How it acts; secrets are censored.", Shape.text("")));

    /** How a handler is sent. */
    static final Shape DEFINITION = Shape.fields("")
            .with("id", Shape.number("Its number, where it exists already."))
            .with("name", Shape.text("What it is called.").required())
            .with("event", Shape.list("On which events.").required())
            .with("handlermodule", Shape.text("Which module acts.").required())
            .with("action", Shape.text("What it does.").required())
            .with("active", Shape.flag("Whether it is switched on.").or(true))
            .with(
                    "position",
                    Shape.choice("Before or after the request.", "pre", "post").or("post"))
            .with(
                    "ordering",
                    Shape.number("When it takes its turn, the lowest first.").or(0))
            .with("conditions", Shape.object("On what it depends."))
            .with("option.<key>", Shape.text("How it acts."));

    private EventHandlerJson() {}

    static Map<String, Object> of(EventHandlerView handler) {
        HandlerDefinition definition = handler.definition();
        Map<String, Object> options = new HashMap<>();
        handler.options().forEach((key, entry) -> options.put(key, entry.isSecret() ? Censored.TEXT : entry.value()));
        Map<String, Object> json = new HashMap<>();
        json.put("id", handler.id());
        json.put("name", definition.name());
        json.put("active", definition.active());
        json.put("event", definition.events());
        json.put("handlermodule", definition.module());
        json.put("action", definition.action());
        json.put("position", definition.position());
        json.put("ordering", definition.ordering());
        json.put("condition", "");
        json.put("conditions", definition.conditions());
        json.put("options", options);
        return json;
    }
}
