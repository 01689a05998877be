package org.symbolon.events.config;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A system setting was deleted. */
@EventName("SettingDeleted")
@Revision("1")
public record SettingDeleted(String key) implements ConfigEvent {}
