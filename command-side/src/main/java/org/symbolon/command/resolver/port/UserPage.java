package org.symbolon.command.resolver.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some of the users that a search finds.
 *
 * @param users all attributes of each
 * @param next where the next page begins, a text that only the store understands; empty on the last page
 */
public record UserPage(List<Map<String, String>> users, Optional<String> next) {}
