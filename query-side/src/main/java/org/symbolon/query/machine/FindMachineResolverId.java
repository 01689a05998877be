package org.symbolon.query.machine;

/** What number does the machine resolver of exactly this name have? */
public record FindMachineResolverId(String name) {}
