package org.symbolon.events.config;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Another realm became the default; null stands for none. */
@EventName("DefaultRealmChanged")
@Revision("1")
public record DefaultRealmChanged(String realm) implements ConfigEvent {}
