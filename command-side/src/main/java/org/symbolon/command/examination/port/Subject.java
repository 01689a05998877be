package org.symbolon.command.examination.port;

import java.util.List;
import java.util.function.Supplier;

/**
 * One thing that can be looked at.
 *
 * @param look finds out how it stands with it, which may take long
 */
public record Subject(String name, Supplier<List<Finding>> look) {}
