package org.symbolon.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.AuthItemIssued;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.OfflineValuesIssued;

/** What may be done with a token on machines. */
public abstract class TokenOnMachines extends TokenState {

    void attach(int number, String application, AttachedMachine machine, Map<String, String> options) {
        requireUnlocked();
        apply(new MachineTokenAttached(serial(), tokenId(), number, application, machine, options));
    }

    /** A revoked token, too, can be taken off its machines. */
    void detach(int number) {
        apply(new MachineTokenDetached(serial(), tokenId(), number));
    }

    void setMachineOptions(int number, Map<String, String> options) {
        requireUnlocked();
        apply(new MachineTokenOptionsSet(serial(), tokenId(), number, options));
    }

    void removeMachineOptions(int number, List<String> keys) {
        requireUnlocked();
        apply(new MachineTokenOptionsRemoved(serial(), tokenId(), number, keys));
    }

    void issueItem(String application) {
        apply(new AuthItemIssued(serial(), tokenId(), application));
    }

    void refuseItem(String application) {
        apply(new AuthItemRefused(serial(), tokenId(), application));
    }

    /** Null for a counter that stays. */
    void grantOfflineUse(String computer, Long nextCounter, String refillTokenHash) {
        apply(new OfflineUseGranted(serial(), tokenId(), computer, nextCounter, refillTokenHash));
    }

    void issueOfflineValues(long nextCounter, String refillTokenHash) {
        apply(new OfflineValuesIssued(serial(), tokenId(), nextCounter, refillTokenHash));
    }
}
