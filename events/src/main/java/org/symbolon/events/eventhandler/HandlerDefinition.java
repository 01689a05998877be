package org.symbolon.events.eventhandler;

import java.util.List;
import java.util.Map;

/**
 * What an event handler does and when, but for the options of its action.
 *
 * @param name free text; several handlers may have the same
 * @param events names of the events that it is bound to
 * @param position {@code pre} or {@code post}: before the request is worked on, or after
 * @param ordering the smaller goes first
 * @param conditions texts by key; all of them must hold
 */
public record HandlerDefinition(
        String name,
        boolean active,
        List<String> events,
        String module,
        String action,
        String position,
        int ordering,
        Map<String, String> conditions) {}
