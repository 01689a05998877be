package org.symbolon.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.ResynchronisationRefused;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenGroupsReplaced;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.events.token.UserPinChanged;

/**
 * One token and what may be done with it. It outlives its deletion, so that its serial can be enrolled again: the number
 * tokenId then tells the old token from the new one.
 */
@Revision("5")
public class Token extends TokenOnMachines {

    private static final int ALREADY_ASSIGNED = 1103;

    /** The identifier under which the events of a serial are stored. */
    public static String idOf(String serial) {
        return "token/" + serial;
    }

    /** What a secret of the token with this serial is sealed for. */
    public static Binding binding(String serial, SecretPurpose purpose) {
        return Binding.of(idOf(serial), purpose);
    }

    /** The same of the secret that its type keeps as the entry of this name. */
    static Binding entryBinding(String serial, String name) {
        return new Binding(idOf(serial), SecretPurpose.TYPE_ENTRY, name);
    }

    void enrol(TokenEnrolled enrolled) {
        apply(enrolled);
    }

    void reenrol(TokenReenrolled reenrolled) {
        requireRoomFor(reenrolled.owner());
        apply(reenrolled);
    }

    /**
     * Whether it may be enrolled anew for this owner, or for whoever has it where that is null.
     *
     * @throws Refusal if it is locked, or somebody else's
     */
    void requireRoomFor(TokenOwner newOwner) {
        requireUnlocked();
        if (owner() != null && newOwner != null && !owner().equals(newOwner)) {
            throw Refusal.tokenAdmin("This token is already assigned to another user.");
        }
    }

    int enable() {
        requireUnlocked();
        if (active()) {
            return 0;
        }
        apply(new TokenEnabled(serial(), tokenId()));
        return 1;
    }

    int disable() {
        requireUnlocked();
        if (!active()) {
            return 0;
        }
        apply(new TokenDisabled(serial(), tokenId()));
        return 1;
    }

    int revoke() {
        requireUnlocked();
        apply(new TokenRevoked(serial(), tokenId()));
        return 1;
    }

    public void delete() {
        apply(new TokenDeleted(serial(), tokenId()));
    }

    int resetFailCounter() {
        requireUnlocked();
        apply(new FailCounterReset(serial(), tokenId()));
        return 1;
    }

    /**
     * The stock of another realm is not there for somebody who takes a token himself. One that is in no realm is anybody's stock.
     *
     * @throws Refusal 601 if it is not there for him
     */
    void requireWithinReachOf(TokenOwner taker) {
        if (owner() == null && !realms().isEmpty() && !realms().contains(taker.realm())) {
            throw Refusal.tokenNotFound();
        }
    }

    void assign(TokenOwner newOwner) {
        requireUnlocked();
        if (owner() != null && !owner().equals(newOwner)) {
            throw Refusal.of(ALREADY_ASSIGNED, "Token already assigned to another user.");
        }
        apply(new TokenAssigned(serial(), tokenId(), newOwner));
    }

    int unassign() {
        requireUnlocked();
        apply(new TokenUnassigned(serial(), tokenId()));
        return 1;
    }

    int changePin(Pin pin) {
        requireUnlocked();
        apply(new PinChanged(serial(), tokenId(), pin));
        return 1;
    }

    int changeUserPin(Sealed pin) {
        requireUnlocked();
        apply(new UserPinChanged(serial(), tokenId(), pin));
        return 1;
    }

    int changeSecurityOfficerPin(Sealed pin) {
        requireUnlocked();
        apply(new SecurityOfficerPinChanged(serial(), tokenId(), pin));
        return 1;
    }

    int describe(String description) {
        requireUnlocked();
        apply(new TokenDescribed(serial(), tokenId(), description));
        return 1;
    }

    void changeCounter(long counter) {
        requireUnlocked();
        apply(new CounterChanged(serial(), tokenId(), counter));
    }

    int changeCountWindow(int window) {
        requireUnlocked();
        apply(new CountWindowChanged(serial(), tokenId(), window));
        return 1;
    }

    int changeSyncWindow(int window) {
        requireUnlocked();
        apply(new SyncWindowChanged(serial(), tokenId(), window));
        return 1;
    }

    int changeFailLimit(int limit) {
        requireUnlocked();
        apply(new FailLimitChanged(serial(), tokenId(), limit));
        return 1;
    }

    void setInfo(Map<String, String> entries) {
        requireUnlocked();
        apply(new TokenInfoSet(serial(), tokenId(), entries));
    }

    void removeInfo(List<String> keys) {
        requireUnlocked();
        List<String> present = keys.stream().filter(info()::containsKey).toList();
        if (!present.isEmpty()) {
            apply(new TokenInfoRemoved(serial(), tokenId(), present));
        }
    }

    void adjust(StateChange change) {
        requireUnlocked();
        apply(new TypeStateAdjusted(serial(), tokenId(), change));
    }

    void changeRealms(List<String> names) {
        requireUnlocked();
        apply(new TokenRealmsChanged(serial(), tokenId(), names));
    }

    void joinGroup(String group) {
        requireUnlocked();
        apply(new TokenJoinedGroup(serial(), tokenId(), group));
    }

    void leaveGroup(String group) {
        requireUnlocked();
        apply(new TokenLeftGroup(serial(), tokenId(), group));
    }

    void replaceGroups(List<String> groups) {
        requireUnlocked();
        apply(new TokenGroupsReplaced(serial(), tokenId(), groups));
    }

    public void accept(StateChange change, int authCount, int successCount) {
        apply(new OtpAccepted(serial(), tokenId(), authCount, successCount, change));
    }

    /** A right value is used up, though the token is unfit or only the value was asked about (then null). */
    public void consume(StateChange change, String refusal) {
        apply(new OtpConsumed(serial(), tokenId(), refusal, change));
    }

    public void reject(OtpRejected.Reason reason, int newFailCount, int authCount, StateChange change) {
        boolean reached = failCount() < failLimit() && newFailCount >= failLimit();
        apply(new OtpRejected(serial(), tokenId(), reason, newFailCount, authCount, change));
        if (reached) {
            apply(new FailLimitReached(serial(), tokenId()));
        }
    }

    /** The fail counter grows though no value was wrong. */
    void raiseFailCounter(int newFailCount) {
        boolean reached = failCount() < failLimit() && newFailCount >= failLimit();
        apply(new FailCounterRaised(serial(), tokenId(), newFailCount));
        if (reached) {
            apply(new FailLimitReached(serial(), tokenId()));
        }
    }

    /** A challenge is asked for in vain, for this reason. */
    public void refuseChallenge(String refusal) {
        apply(new ChallengeRequested(serial(), tokenId(), refusal, StateChange.NONE));
    }

    /** A challenge is asked for and begins. */
    public void beginChallenge(StateChange change) {
        apply(new ChallengeRequested(serial(), tokenId(), null, change));
    }

    /** Its first value was right and is used up. */
    void verifyEnrolment(StateChange change) {
        requireUnlocked();
        consume(change, null);
        finishEnrolment();
    }

    void finishEnrolment() {
        apply(new EnrolmentVerified(serial(), tokenId()));
        removeInfo(List.of(AwaitedToken.MARK));
    }

    void resynchronise(StateChange found) {
        apply(new TokenResynchronised(serial(), tokenId(), found));
    }

    void refuseResynchronisation() {
        apply(new ResynchronisationRefused(serial(), tokenId()));
    }
}
