package org.symbolon.command.token;

import java.util.List;

/** Take a token off machines. Those numbers that are none of its machine tokens are left alone. */
public record DetachToken(String serial, List<Integer> machineTokens) {}
