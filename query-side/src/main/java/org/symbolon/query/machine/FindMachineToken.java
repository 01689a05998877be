package org.symbolon.query.machine;

/** Which machine token has this number? */
public record FindMachineToken(int number) {}
