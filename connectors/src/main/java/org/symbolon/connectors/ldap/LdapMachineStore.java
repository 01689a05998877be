package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;

/** The machines of a directory, which is asked each time. One that does not answer is an error and no empty list. */
final class LdapMachineStore implements MachineStore {

    private final LdapServers servers;
    private final LdapMachineSettings settings;

    LdapMachineStore(LdapServers servers, LdapMachineSettings settings) {
        this.servers = servers;
        this.settings = settings;
    }

    @Override
    public List<Machine> machines() {
        try {
            return servers.ask(connection -> settings.all().first(settings.sizeLimit(), connection)).stream()
                    .flatMap(entry -> settings.machine(entry).stream())
                    .toList();
        } catch (LDAPException failed) {
            throw new MachineStoreUnavailableException(
                    "The directory at " + servers + " " + LdapFailures.of(failed), null);
        } catch (LdapTroubleException away) {
            throw new MachineStoreUnavailableException(away.getMessage(), null);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
