package org.symbolon.command.secret.port;

import java.util.Map;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/**
 * Seals secrets before they become part of an event, and opens them where a decision needs them. Whoever opens one says whose it is
 * and what for, and it opens only if it was sealed for that.
 */
public interface SecretVault {

    /** Makes a data key, stored in the current transaction, and answers its id. */
    String newKey();

    /**
     * Seals a secret under a data key.
     *
     * @param binding what it can be opened for from now on
     * @throws SecretErasedException if the data key has been deleted
     */
    Sealed seal(String key, Binding binding, Secret secret);

    /**
     * Opens a sealed secret.
     *
     * @throws SecretErasedException if its data key has been deleted
     * @throws SealBrokenException if it was sealed for something else, or altered; the log names it
     */
    Secret unseal(Binding binding, Sealed sealed);

    /**
     * Opens many sealed secrets at once. Those whose data key has been deleted are missing, and those that do not open; the log names
     * these.
     */
    Map<Binding, Secret> unsealAll(Map<Binding, Sealed> sealed);

    /** Deletes the data key in the current transaction: all that was sealed with it is lost for good. */
    void forget(String key);
}
