package org.symbolon.command.tokentype.pushed;

import org.symbolon.command.tokentype.Inquiry;

/** That keys are made for the token with this serial, which takes about a second. */
public record NewServerKeys(String serial) implements Inquiry<ServerKeys> {

    @Override
    public Class<ServerKeys> answer() {
        return ServerKeys.class;
    }
}
