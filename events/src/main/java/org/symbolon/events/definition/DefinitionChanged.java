package org.symbolon.events.definition;

/**
 * A definition was changed. Whether what the settings leave out is gone or stays is for its kind to say.
 *
 * @param <S> what its kind calls settings
 */
public interface DefinitionChanged<S> extends DefinitionEvent {

    S settings();
}
