package org.symbolon.command.radiusclient.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.symbolon.events.shared.Secret;

/**
 * What a RADIUS client asks.
 *
 * @param address where the client is
 * @param user empty where nobody is named
 * @param password what was typed, of a log-in by {@link Method#PAP}; empty of all others
 * @param state what the client was handed with a question that this is the answer to
 * @param told what else the client says, by the names of attributes
 * @param later goes on with what has waited for something, on a thread for that
 */
public record RadiusLogin(
        KnownRadiusClient client,
        String address,
        String user,
        Method method,
        Secret password,
        Optional<String> state,
        Map<String, String> told,
        Executor later) {

    /** How somebody proves who he is. */
    public enum Method {
        /** By what he typed, hidden by the secret. */
        PAP,
        /** By a digest of that, for which the server would have to know it. */
        CHAP,
        MS_CHAP,
        /** In a conversation of its own. */
        EAP,
        /** Not at all. */
        NONE
    }
}
