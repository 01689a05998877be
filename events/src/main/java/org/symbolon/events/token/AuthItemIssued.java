package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A machine was handed what it checks log-ins with, or opens a disk with, for an application. */
@EventName("AuthItemIssued")
@Revision("1")
public record AuthItemIssued(String serial, int tokenId, String application) implements TokenEvent {}
