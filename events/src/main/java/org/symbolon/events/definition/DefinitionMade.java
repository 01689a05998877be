package org.symbolon.events.definition;

/**
 * A definition came into being.
 *
 * @param <S> what its kind calls settings
 */
public interface DefinitionMade<S> extends DefinitionEvent {

    S settings();
}
