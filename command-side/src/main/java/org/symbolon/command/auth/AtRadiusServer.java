package org.symbolon.command.auth;

import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;

/** Whether a RADIUS server lets somebody in, where a policy passes those who have no token through to it. */
public record AtRadiusServer(String server, String user, Secret password) implements Inquiry<Boolean> {

    @Override
    public Class<Boolean> answer() {
        return Boolean.class;
    }
}
