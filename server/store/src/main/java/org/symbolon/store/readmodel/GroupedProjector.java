package org.symbolon.store.readmodel;

/** A projector and the group whose rebuild runs it. */
public record GroupedProjector(ReadModelGroup group, Object projector) {}
