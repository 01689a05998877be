package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.ServerHealth;
import org.symbolon.connectors.network.Watchdog;

/**
 * One server of a directory, with the connections that are kept to it. A connection that cannot be made means that it is away; a probe
 * that connects and binds finds out when it is back.
 */
final class LdapServer {

    /** What a connection is for: whoever tries a password is bound as somebody else afterwards. */
    enum Purpose {
        QUESTION,
        PASSWORD
    }

    private static final int MOST_CONNECTIONS = 16;
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final LdapAddress address;
    private final LdapConnectionSettings settings;
    private final LdapNetwork network;
    private final LdapConnector connector;
    private final ServerHealth health;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Map<Purpose, ConcurrentLinkedDeque<LdapConnection>> idle = Map.of(
            Purpose.QUESTION, new ConcurrentLinkedDeque<>(),
            Purpose.PASSWORD, new ConcurrentLinkedDeque<>());
    private volatile boolean closed;

    LdapServer(LdapAddress address, LdapConnectionSettings settings, LdapNetwork network) {
        this.address = address;
        this.settings = settings;
        this.network = network;
        this.connector = new LdapConnector(address, settings, network);
        this.health = new ServerHealth("directory server " + address, settings.skip(), network.probes(), this::probe);
    }

    /** Why it cannot be asked, if it cannot. */
    String lastTrouble() {
        return health.lastTrouble();
    }

    boolean mayBeAsked() {
        return health.mayBeAsked();
    }

    /**
     * The answer, over a connection that is kept, or a new one.
     *
     * @param again whether the question may be asked once more where a kept connection turns out to be closed
     * @throws LDAPException if the server answers that the question is wrong
     * @throws LdapTroubleException if it does not answer
     */
    <T> T ask(Purpose purpose, boolean again, LdapQuestion<T> question, Deadline deadline)
            throws LDAPException, LdapTroubleException {
        takePlace(deadline);
        try {
            if (!mayBeAsked()) {
                throw new LdapTroubleException(health.lastTrouble());
            }
            LdapConnection kept = again ? kept(purpose) : null;
            if (kept != null) {
                try {
                    return ask(kept, purpose, question, deadline);
                } catch (LdapTroubleException closedMeanwhile) {
                    closeIdle();
                    if (deadline.isOver()) {
                        throw closedMeanwhile;
                    }
                }
            }
            return ask(connected(purpose, deadline), purpose, question, deadline);
        } finally {
            places.release();
        }
    }

    /** Null if none was used lately: one that was not may have been forgotten by something between, which nobody would tell. */
    private LdapConnection kept(Purpose purpose) {
        LdapConnection kept = idle.get(purpose).pollFirst();
        if (kept == null || System.nanoTime() - kept.lastUse() < LONGEST_REST.toNanos()) {
            return kept;
        }
        kept.close();
        closeIdle();
        return null;
    }

    private void takePlace(Deadline deadline) throws LdapTroubleException {
        try {
            if (places.tryAcquire(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw address.failure("keeps too many waiting");
    }

    private LdapConnection connected(Purpose purpose, Deadline deadline) throws LdapTroubleException {
        try {
            return connector.connect(purpose == Purpose.QUESTION, deadline);
        } catch (LdapTroubleException away) {
            health.isAway(away.getMessage());
            throw away;
        }
    }

    private <T> T ask(LdapConnection connection, Purpose purpose, LdapQuestion<T> question, Deadline deadline)
            throws LDAPException, LdapTroubleException {
        long begin = System.nanoTime();
        boolean usable = false;
        Watchdog.Watch watch = network.watchdog().over(connection.socket(), deadline);
        try {
            T answer = question.ask(connection.library());
            usable = true;
            health.answered(begin);
            return answer;
        } catch (LDAPException failed) {
            usable = !LdapFailures.isOfTheConnection(failed);
            if (usable) {
                health.answered(begin);
                throw failed;
            }
            throw broken(failed, deadline, begin);
        } finally {
            watch.close();
            putBack(connection, purpose, usable);
        }
    }

    private LdapTroubleException broken(LDAPException failed, Deadline deadline, long begin) {
        String trouble = deadline.isOver() ? "does not answer in time" : LdapFailures.of(failed);
        LdapTroubleException broken = new LdapTroubleException(address, trouble, true);
        if (deadline.isOver()) {
            closeIdle();
            health.wasTooSlow(begin, broken);
        }
        return broken;
    }

    private void putBack(LdapConnection connection, Purpose purpose, boolean usable) {
        if (!usable || closed) {
            connection.close();
            return;
        }
        ConcurrentLinkedDeque<LdapConnection> others = idle.get(purpose);
        others.addFirst(connection.usedNow());
        if (closed) {
            closeIdle();
        }
        if (others.size() > MOST_CONNECTIONS) {
            LdapConnection eldest = others.pollLast();
            if (eldest != null) {
                eldest.close();
            }
        }
    }

    private void probe() throws LdapTroubleException {
        putBack(connector.connect(true, Deadline.in(settings.timeout())), Purpose.QUESTION, true);
    }

    void close() {
        closed = true;
        health.close();
        closeIdle();
    }

    private void closeIdle() {
        idle.values().forEach(connections -> {
            for (LdapConnection next = connections.pollFirst(); next != null; next = connections.pollFirst()) {
                next.close();
            }
        });
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
