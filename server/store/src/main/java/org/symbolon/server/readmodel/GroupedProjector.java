package org.symbolon.server.readmodel;

/** A projector and the group whose rebuild runs it, for features that are wired apart from {@link ReadModelConfiguration}. */
public record GroupedProjector(ReadModelGroup group, Object projector) {}
