package org.symbolon.command.token;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.application.OfflineApplication;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.events.token.UserPinChanged;

/**
 * What a token has become through its events. Decisions read it; only events change it. The seed is still sealed here.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public abstract class TokenState {

    /** The state of a token that has to show a value. */
    static final String UNVERIFIED = EnrolmentStep.UNVERIFIED;

    /** The state of one that has. */
    static final String VERIFIED = "enrolled";

    private static final int MOST_DIGITS = 9;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String serial;
    private int tokenId;
    private String type;
    private int otpLength;
    private Sealed seed;
    private Pin pin = Pin.NONE;
    private Sealed userPin;
    private int failCount;
    private int failLimit;
    private int countWindow;
    private int syncWindow;
    private boolean active;
    private boolean revoked;
    private boolean deleted;
    private String description = "";
    private String rolloutState = "";
    private TypeState state = TypeState.EMPTY;
    private TokenOwner owner;
    private List<String> realms = List.of();
    private Map<String, String> info = new HashMap<>();
    private OfflineUses offline;

    @EventSourcingHandler
    void on(TokenEnrolled event) {
        id = Token.idOf(event.serial());
        serial = event.serial();
        tokenId = event.tokenId();
        type = event.type();
        otpLength = event.otpLength();
        seed = event.seed();
        pin = event.pin();
        userPin = null;
        failCount = 0;
        failLimit = event.failLimit();
        countWindow = event.countWindow();
        syncWindow = event.syncWindow();
        active = event.active();
        revoked = false;
        deleted = false;
        rolloutState = event.rolloutState();
        description = event.description();
        state = event.state();
        owner = event.owner();
        realms = List.copyOf(event.realms());
        info = new HashMap<>(event.info());
        offline = null;
    }

    @EventSourcingHandler
    void on(TokenReenrolled event) {
        forgetMachines();
        otpLength = event.otpLength();
        seed = event.seed();
        pin = Objects.requireNonNullElse(event.pin(), pin);
        description = Objects.requireNonNullElse(event.description(), description);
        failLimit = event.failLimit();
        countWindow = event.countWindow();
        syncWindow = event.syncWindow();
        rolloutState = event.rolloutState();
        owner = event.owner() == null ? owner : event.owner();
        realms = List.copyOf(event.realms());
        state = state.renewedBy(event.state());
        clearFailCounter();
        info.putAll(event.info());
    }

    @EventSourcingHandler
    void on(EnrolmentVerified event) {
        rolloutState = VERIFIED;
    }

    @EventSourcingHandler
    void on(TokenAssigned event) {
        forgetMachines();
        owner = event.owner();
        realms = List.of(event.owner().realm());
        clearFailCounter();
    }

    @EventSourcingHandler
    void on(TokenUnassigned event) {
        forgetMachines();
        owner = null;
        pin = Pin.NONE;
        clearFailCounter();
    }

    @EventSourcingHandler
    void on(TokenEnabled event) {
        active = true;
    }

    @EventSourcingHandler
    void on(TokenDisabled event) {
        active = false;
    }

    @EventSourcingHandler
    void on(TokenRevoked event) {
        active = false;
        revoked = true;
    }

    @EventSourcingHandler
    void on(TokenDeleted event) {
        deleted = true;
        seed = null;
        owner = null;
        pin = Pin.NONE;
        userPin = null;
        state = TypeState.EMPTY;
        info = new HashMap<>();
    }

    @EventSourcingHandler
    void on(UserPinChanged event) {
        userPin = event.pin();
    }

    @EventSourcingHandler
    void on(FailCounterReset event) {
        clearFailCounter();
    }

    @EventSourcingHandler
    void on(FailLimitReached event, @Timestamp Instant time) {
        info.put("failcounter_exceeded", TokenDates.toMinutes(time));
    }

    @EventSourcingHandler
    void on(PinChanged event) {
        pin = event.pin();
    }

    @EventSourcingHandler
    void on(TokenDescribed event) {
        description = event.description();
    }

    @EventSourcingHandler
    void on(TypeStateAdjusted event) {
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(ChallengeRequested event) {
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(CountWindowChanged event) {
        countWindow = event.countWindow();
    }

    @EventSourcingHandler
    void on(SyncWindowChanged event) {
        syncWindow = event.syncWindow();
    }

    @EventSourcingHandler
    void on(FailLimitChanged event) {
        failLimit = event.failLimit();
    }

    @EventSourcingHandler
    void on(TokenInfoSet event) {
        info.putAll(event.info());
    }

    @EventSourcingHandler
    void on(TokenInfoRemoved event) {
        event.keys().forEach(info::remove);
    }

    @EventSourcingHandler
    void on(TokenRealmsChanged event) {
        realms = List.copyOf(event.realms());
    }

    @EventSourcingHandler
    void on(OtpAccepted event, @Timestamp Instant time) {
        info.put("last_auth", TokenDates.toMicroseconds(time));
        clearFailCounter();
        countAuthentications(event.authCount());
        if (event.successCount() > 0) {
            info.put("count_auth_success", Integer.toString(event.successCount()));
        }
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(OtpRejected event) {
        failCount = event.failCount();
        countAuthentications(event.authCount());
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(FailCounterRaised event) {
        failCount = event.failCount();
    }

    @EventSourcingHandler
    void on(OtpConsumed event) {
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(TokenResynchronised event) {
        state = state.after(event.change());
    }

    @EventSourcingHandler
    void on(CounterChanged event) {
        state = state.after(StateChange.counter(event.counter()));
    }

    @EventSourcingHandler
    void on(OfflineValuesIssued event) {
        state = state.after(StateChange.counter(event.counter()));
        grant("", event.refillTokenHash());
    }

    @EventSourcingHandler
    void on(OfflineUseGranted event) {
        if (event.counter() != null) {
            state = state.after(StateChange.counter(event.counter()));
        }
        grant(event.computer(), event.refillTokenHash());
    }

    @EventSourcingHandler
    void on(MachineTokenAttached event) {
        if (event.application().equals(OfflineApplication.NAME)) {
            offline = OfflineUses.of(offline);
            offline.attach(event.number());
        }
    }

    @EventSourcingHandler
    void on(MachineTokenDetached event) {
        if (offline != null) {
            offline.detach(event.number());
        }
    }

    /** Most tokens are for no such machine, and keep nothing about it. */
    private void grant(String computer, String refillTokenHash) {
        offline = OfflineUses.of(offline);
        offline.grant(computer, refillTokenHash);
    }

    private void forgetMachines() {
        if (offline != null) {
            offline.forget();
        }
    }

    private void countAuthentications(int count) {
        if (count > 0) {
            info.put("count_auth", Integer.toString(count));
        }
    }

    private void clearFailCounter() {
        failCount = 0;
        info.remove("failcounter_exceeded");
    }

    public String serial() {
        return serial;
    }

    public int tokenId() {
        return tokenId;
    }

    public String type() {
        return type;
    }

    public int otpLength() {
        return otpLength;
    }

    public Sealed seed() {
        return seed;
    }

    public Pin pin() {
        return pin;
    }

    public boolean active() {
        return active;
    }

    public boolean revoked() {
        return revoked;
    }

    /** A revoked token is a locked one; nothing else locks. */
    public boolean locked() {
        return revoked;
    }

    void requireUnlocked() {
        if (locked()) {
            throw Refusal.tokenLocked();
        }
    }

    /** Whether there is a token: one was enrolled under the serial, and was not deleted since. */
    boolean isThere() {
        return serial != null && !deleted;
    }

    public boolean deleted() {
        return deleted;
    }

    public int failCount() {
        return failCount;
    }

    public int failLimit() {
        return failLimit;
    }

    public String rolloutState() {
        return rolloutState;
    }

    /** Whether machines without a network check log-ins with it. */
    public boolean isUsedOffline() {
        return offline != null && offline.areThereAny();
    }

    /** Whether a machine of this name has got this to ask for more with. */
    boolean isRefillToken(String computer, Secret shown) {
        return offline != null && offline.isRefillToken(computer, shown);
    }

    /** Whether nothing of its enrolment is left to do. */
    public boolean isFinished() {
        return !rolloutState.equals(EnrolmentStep.WAITING) && !rolloutState.equals(UNVERIFIED);
    }

    /** Whether a log-in has enrolled it and is still to be answered. */
    public boolean isAwaited() {
        return rolloutState.equals(UNVERIFIED) && info.containsKey(AwaitedToken.MARK);
    }

    public TokenOwner owner() {
        return owner;
    }

    public List<String> realms() {
        return realms;
    }

    public Map<String, String> info() {
        return info;
    }

    public TypeState state() {
        return state;
    }

    int countWindow() {
        return countWindow;
    }

    int syncWindow() {
        return syncWindow;
    }

    /** What its type may know of it. */
    public TokenView view(SecretVault vault) {
        return new TokenView(
                serial,
                otpLength,
                countWindow,
                syncWindow,
                description,
                state,
                info,
                rolloutState,
                new TokenSecrets(
                        () -> vault.unseal(Token.binding(serial, SecretPurpose.SEED), seed),
                        () -> Optional.ofNullable(userPin)
                                .map(box -> vault.unseal(Token.binding(serial, SecretPurpose.USER_PIN), box)),
                        (name, entry) -> vault.unseal(Token.entryBinding(serial, name), entry)));
    }

    /** How many attempts were counted with this token. */
    public int authCount() {
        return number(info.get("count_auth"));
    }

    /** How many log-ins with this token were accepted. */
    public int successCount() {
        return number(info.get("count_auth_success"));
    }

    /** A number as the info keeps it; what is none counts as zero. */
    static int number(String text) {
        if (text == null
                || text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        return Integer.parseInt(text);
    }
}
