package org.symbolon.events.definition;

/** A definition was deleted; its name can be given again. */
public interface DefinitionDeleted extends DefinitionEvent {}
