package org.symbolon.command.token;

import java.util.Map;

/** Write entries of a token's info; a null value removes the entry. */
public record SetTokenInfo(String serial, Map<String, String> info) {}
