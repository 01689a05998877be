package org.symbolon.connectors.ldap;

import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Probes;
import org.symbolon.connectors.network.Watchdog;

/** What the stores of all directories share: names of hosts, the end of waiting, and looking whether a server is back. */
public final class LdapNetwork implements AutoCloseable {

    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("ldap-watchdog");
    private final Probes probes = new Probes("ldap-probe");

    HostLookup hosts() {
        return hosts;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    Probes probes() {
        return probes;
    }

    @Override
    public void close() {
        probes.close();
        watchdog.close();
    }
}
