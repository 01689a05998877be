package org.symbolon.events.tokengroup;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token group got another description, or lost the one it had (then null). */
@EventName("TokengroupDescribed")
@Revision("1")
public record TokengroupDescribed(String name, int number, String description) implements TokengroupEvent {}
