package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.periodictask.DeletePeriodicTask;
import org.symbolon.command.periodictask.SavePeriodicTask;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.projections.periodictask.PeriodicTaskView;
import org.symbolon.query.periodictask.ListPeriodicTasks;
import org.symbolon.query.sending.QueryDispatcher;

/** Periodic tasks; their runs are no part of them here. */
@Component
final class PeriodicTaskKind implements ConfigurationKind {

    private static final String ACTIVE = "active";
    private static final String INTERVAL = "interval";
    private static final String NODES = "nodes";
    private static final String MODULE = "taskmodule";
    private static final String ORDERING = "ordering";
    private static final String RETRY = "retry_if_failed";
    private static final String OPTIONS = "options";

    private static final Shape SHAPE = Shape.fields("")
            .with(ACTIVE, Shape.flag("Whether it is switched on.").or(true))
            .with(INTERVAL, Shape.text("When it runs, as cron writes it.").required())
            .with(NODES, Shape.list("On which nodes.").required())
            .with(MODULE, Shape.text("What it does.").required())
            .with(
                    ORDERING,
                    Shape.number("When it takes its turn, the lowest first.").or(0))
            .with(RETRY, Shape.flag("Whether it is tried again when it failed.").or(true))
            .with(OPTIONS, Shape.object("How it does it."));

    private final QueryDispatcher queries;

    PeriodicTaskKind(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "periodictask";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<ConfiguredItem> present() {
        return queries.list(new ListPeriodicTasks(), PeriodicTaskView.class).stream()
                .map(PeriodicTaskKind::item)
                .toList();
    }

    private static ConfiguredItem item(PeriodicTaskView task) {
        TaskDefinition definition = task.definition();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(ACTIVE, definition.active());
        fields.put(INTERVAL, definition.interval());
        fields.put(NODES, definition.nodes());
        fields.put(MODULE, definition.module());
        fields.put(ORDERING, definition.ordering());
        fields.put(RETRY, definition.retryIfFailed());
        fields.put(OPTIONS, new HashMap<String, Object>(definition.options()));
        return new ConfiguredItem(definition.name(), task.id(), fields);
    }

    @Override
    public Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        Map<String, Object> normal = new LinkedHashMap<>(fields);
        normal.put(NODES, Fields.list(fields, NODES).stream().distinct().toList());
        return normal;
    }

    @Override
    public List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        TaskDefinition definition = new TaskDefinition(
                name,
                Fields.flag(fields, ACTIVE),
                Fields.flag(fields, RETRY),
                Fields.text(fields, INTERVAL),
                Fields.list(fields, NODES),
                Fields.text(fields, MODULE),
                Fields.number(fields, ORDERING),
                Fields.texts(fields, OPTIONS));
        return List.of(ItemStep.of(
                new SavePeriodicTask(present.map(ConfiguredItem::number).orElse(null), definition)));
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeletePeriodicTask(present.number());
    }
}
