package org.symbolon.command.token;

import java.util.List;

/** Put a token into these groups and out of all others; groups that do not exist are left out. */
public record ReplaceTokenGroups(String serial, List<String> groups) {}
