package org.symbolon.command.token;

import java.util.List;

/** Let disabled tokens be used again. */
public record EnableTokens(List<String> serials) {}
