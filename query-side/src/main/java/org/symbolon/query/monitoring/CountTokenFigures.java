package org.symbolon.query.monitoring;

/** How many tokens are there now, of which kind, and how many users have one? */
public record CountTokenFigures() {}
