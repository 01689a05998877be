package org.symbolon.events.definition;

/** What can happen to a definition: a numbered thing with a name and settings, made by administrators. */
public interface DefinitionEvent {

    String name();

    int number();
}
