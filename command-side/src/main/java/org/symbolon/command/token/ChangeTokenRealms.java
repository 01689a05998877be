package org.symbolon.command.token;

import java.util.List;

/** Put a token into these realms and no others. */
public record ChangeTokenRealms(String serial, List<String> realms) {}
