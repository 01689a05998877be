package org.symbolon.server.http.definition;

import org.symbolon.server.policy.action.Action;

/** The rights that administrators need to read, to save and to delete definitions of a kind. */
public record DefinitionRights(Action read, Action write, Action delete) {}
