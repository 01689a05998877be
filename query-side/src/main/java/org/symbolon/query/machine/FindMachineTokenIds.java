package org.symbolon.query.machine;

/**
 * Which machine tokens are exactly these? All four must be equal.
 *
 * @param machineId null with no resolver, for what is attached to no machine
 * @param resolver null for none
 */
public record FindMachineTokenIds(String machineId, String resolver, String serial, String application) {}
