package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.symbolon.connectors.ldap.LdapServer.Purpose;
import org.symbolon.connectors.network.Deadline;

/**
 * The servers of one directory. A question is over by the definition's timeout, whichever of them must be tried: each gets its share
 * of the time that is left. A server that failed is not waited for again.
 */
final class LdapServers implements AutoCloseable {

    private final LdapConnectionSettings settings;
    private final List<LdapServer> servers;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closed;

    LdapServers(LdapConnectionSettings settings, LdapNetwork network) {
        this.settings = settings;
        this.servers = settings.servers().stream()
                .map(address -> new LdapServer(address, settings, network))
                .toList();
    }

    /** Asks as the service account. */
    <T> T ask(LdapQuestion<T> question) throws LDAPException, LdapTroubleException {
        return ask(Purpose.QUESTION, true, question);
    }

    /** Has something changed as the service account, once at most. */
    <T> T change(LdapQuestion<T> change) throws LDAPException, LdapTroubleException {
        return ask(Purpose.QUESTION, false, change);
    }

    /** Asks over a connection that is bound as anybody or nobody: the question binds it. */
    <T> T bind(LdapQuestion<T> question) throws LDAPException, LdapTroubleException {
        return ask(Purpose.PASSWORD, true, question);
    }

    private <T> T ask(Purpose purpose, boolean again, LdapQuestion<T> question)
            throws LDAPException, LdapTroubleException {
        Deadline deadline = Deadline.in(settings.timeout());
        LdapTroubleException last = null;
        for (int round = 0; round < settings.rounds() && !(last != null && deadline.isOver()); round++) {
            List<LdapServer> asked = inTurn();
            for (int index = 0; index < asked.size(); index++) {
                Deadline share = Deadline.in(Duration.ofMillis(deadline.millisLeft() / (asked.size() - index) + 1));
                try {
                    return asked.get(index).ask(purpose, again, question, share);
                } catch (LdapTroubleException trouble) {
                    last = trouble;
                    if (!again && trouble.wasAsked()) {
                        throw trouble;
                    }
                }
            }
        }
        throw last == null ? away() : last;
    }

    private LdapTroubleException away() {
        return new LdapTroubleException("No server of the directory can be asked, since each failed a moment ago: "
                + servers.stream().map(LdapServer::lastTrouble).collect(Collectors.joining("; ")));
    }

    /** Those that can be asked, in the order in which they are. */
    private List<LdapServer> inTurn() throws LdapTroubleException {
        if (closed) {
            throw new LdapTroubleException("The store of the directory at %s is closed".formatted(servers));
        }
        List<LdapServer> inTurn = new ArrayList<>(servers);
        Collections.rotate(
                inTurn,
                switch (settings.strategy()) {
                    case FIRST -> 0;
                    case RANDOM -> ThreadLocalRandom.current().nextInt(servers.size());
                    case ROUND_ROBIN -> -Math.floorMod(turn.getAndIncrement(), servers.size());
                });
        inTurn.removeIf(server -> !server.mayBeAsked());
        return inTurn;
    }

    @Override
    public void close() {
        closed = true;
        servers.forEach(LdapServer::close);
    }

    @Override
    public String toString() {
        return servers.toString();
    }
}
