package org.symbolon.events.config;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.ConfigEntry;

/** A system setting was written. */
@EventName("SettingStored")
@Revision("1")
public record SettingStored(String key, ConfigEntry entry) implements ConfigEvent {}
