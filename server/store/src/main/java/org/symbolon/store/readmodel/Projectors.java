package org.symbolon.store.readmodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.projections.shared.ProjectedBatch;
import org.symbolon.projections.shared.TrailingPosition;
import org.symbolon.projections.shared.UnreadableEvents;

/** The projectors of each group, so that a rebuild runs the very beans that the live read models are written by. */
@Component
public class Projectors {

    private final Configuration configuration;
    private final Map<ReadModelGroup, List<Object>> byGroup;
    private final TrailingPosition position;
    private final UnreadableEvents unreadable;

    Projectors(Configuration configuration, List<GroupedProjector> projectors, JdbcOperations jdbc) {
        this.configuration = configuration;
        this.byGroup = projectors.stream()
                .collect(Collectors.groupingBy(
                        GroupedProjector::group,
                        () -> new EnumMap<>(ReadModelGroup.class),
                        Collectors.mapping(GroupedProjector::projector, Collectors.toList())));
        this.position = new TrailingPosition(jdbc);
        this.unreadable = new UnreadableEvents(jdbc);
    }

    /**
     * What projects the groups' events behind this interceptor, and keeps beside what it writes the position, and which events it
     * lacks.
     */
    ProjectedBatch batchFor(Set<ReadModelGroup> groups, MessageHandlerInterceptor<? super EventMessage<?>> first) {
        List<Object> projectors = new ArrayList<>();
        groups.forEach(group -> projectors.addAll(byGroup.get(group)));
        return new ProjectedBatch(
                configuration.parameterResolverFactory(), projectors, List.of(first, position, unreadable));
    }

    /** What the processor of the trailing models does, for one who does it in its place. */
    ProjectedBatch trailing() {
        return new ProjectedBatch(
                configuration.parameterResolverFactory(), inGroup("trailing"), List.of(position, unreadable));
    }

    /** What projects events that are appended in bulk, in the transaction that appends them: the inline read models. */
    public ProjectedBatch inline() {
        return new ProjectedBatch(configuration.parameterResolverFactory(), inGroup("inline"), List.of());
    }

    private List<Object> inGroup(String name) {
        return byGroup.values().stream()
                .flatMap(List::stream)
                .filter(projector -> isIn(name, projector))
                .toList();
    }

    private static boolean isIn(String name, Object projector) {
        ProcessingGroup group = projector.getClass().getAnnotation(ProcessingGroup.class);
        return group != null && group.value().equals(name);
    }
}
