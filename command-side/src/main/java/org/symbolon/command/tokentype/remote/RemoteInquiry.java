package org.symbolon.command.tokentype.remote;

import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.remoteserver.port.RemoteServers;
import org.symbolon.command.shared.ForeignText;
import org.symbolon.command.tokentype.Inquiry;

/**
 * Whether another server lets somebody in. Who answers it finds the server and asks it; one that is not there, or does not answer, lets
 * nobody in.
 */
public record RemoteInquiry(Where where, RemoteRequest request) implements Inquiry<RemoteAnswer> {

    static final String VERIFY = "remote.verify_ssl_certificate";

    /** Where the server is found. */
    public sealed interface Where {

        /** What the log and the audit call it. */
        String shown();

        /** Among those that administrators have defined. */
        record Defined(String numberOrName) implements Where {

            @Override
            public String shown() {
                return "The remote server " + ForeignText.shown(numberOrName, "");
            }
        }

        /** At an address that the token has itself. */
        record Own(String server, String path) implements Where {

            @Override
            public String shown() {
                return "A remote server of a token's own";
            }

            /** Shows no address: it may hold a password. */
            @Override
            public String toString() {
                return "Own[]";
            }
        }
    }

    @Override
    public Class<RemoteAnswer> answer() {
        return RemoteAnswer.class;
    }

    /** The server; empty if there is none. */
    public Optional<RemotePeer> peer(RemoteServers defined, SystemSettings settings) {
        if (where instanceof Where.Defined known) {
            return defined.find(known.numberOrName());
        }
        Where.Own own = (Where.Own) where;
        return Optional.of(RemotePeer.at(own.server(), own.path(), settings.flagUnlessDenied(VERIFY)));
    }
}
