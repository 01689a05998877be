package org.symbolon.command.secret.port;

import java.util.Collection;
import java.util.Map;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Seals secrets before they become part of an event, and opens them where a decision needs them. */
public interface SecretVault {

    /** Makes a data key, stored in the current transaction, and answers its id. */
    String newKey();

    Sealed seal(String key, Secret secret);

    /**
     * Opens a sealed secret.
     *
     * @throws SecretErasedException if its data key has been deleted
     */
    Secret unseal(Sealed sealed);

    /** Opens many sealed secrets at once; those whose data key has been deleted are missing. */
    Map<Sealed, Secret> unsealAll(Collection<Sealed> sealed);

    /** Deletes the data key in the current transaction: all that was sealed with it is lost for good. */
    void forget(String key);
}
