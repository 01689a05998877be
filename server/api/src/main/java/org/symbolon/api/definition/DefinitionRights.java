package org.symbolon.api.definition;

import org.symbolon.policy.action.Action;

/** The rights that administrators need to read, to save and to delete definitions of a kind. */
public record DefinitionRights(Action read, Action write, Action delete) {}
