package org.symbolon.command.token;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.TokenDates;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
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
    static final String UNVERIFIED = "verify";

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
    private String pinHash = "";
    private int failCount;
    private int failLimit;
    private long counter;
    private int countWindow;
    private int syncWindow;
    private boolean active;
    private boolean revoked;
    private boolean deleted;
    private String rolloutState = "";
    private TokenOwner owner;
    private List<String> realms = List.of();
    private Map<String, String> info = new HashMap<>();

    @EventSourcingHandler
    void on(TokenEnrolled event) {
        id = Token.idOf(event.serial());
        serial = event.serial();
        tokenId = event.tokenId();
        type = event.type();
        otpLength = event.otpLength();
        seed = event.seed();
        pinHash = event.pinHash();
        failCount = 0;
        failLimit = event.failLimit();
        counter = 0;
        countWindow = event.countWindow();
        syncWindow = event.syncWindow();
        active = event.active();
        revoked = false;
        deleted = false;
        rolloutState = event.rolloutState();
        owner = event.owner();
        realms = List.copyOf(event.realms());
        info = new HashMap<>(event.info());
    }

    @EventSourcingHandler
    void on(TokenReenrolled event) {
        otpLength = event.otpLength();
        seed = event.seed();
        pinHash = Objects.requireNonNullElse(event.pinHash(), pinHash);
        failLimit = event.failLimit();
        countWindow = event.countWindow();
        syncWindow = event.syncWindow();
        rolloutState = event.rolloutState();
        owner = event.owner() == null ? owner : event.owner();
        realms = List.copyOf(event.realms());
        counter = 0;
        clearFailCounter();
        info.putAll(event.info());
    }

    @EventSourcingHandler
    void on(EnrolmentVerified event) {
        rolloutState = VERIFIED;
    }

    @EventSourcingHandler
    void on(TokenAssigned event) {
        owner = event.owner();
        realms = List.of(event.owner().realm());
        clearFailCounter();
    }

    @EventSourcingHandler
    void on(TokenUnassigned event) {
        owner = null;
        pinHash = "";
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
        pinHash = "";
        info = new HashMap<>();
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
        pinHash = event.pinHash();
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
        moveCounter(event.counter());
        clearFailCounter();
        countAuthentications(event.authCount());
        if (event.successCount() > 0) {
            info.put("count_auth_success", Integer.toString(event.successCount()));
        }
        learn(event.learned());
    }

    @EventSourcingHandler
    void on(OtpRejected event) {
        failCount = event.failCount();
        countAuthentications(event.authCount());
        learn(event.learned());
    }

    @EventSourcingHandler
    void on(FailCounterRaised event) {
        failCount = event.failCount();
    }

    @EventSourcingHandler
    void on(OtpConsumed event) {
        moveCounter(event.counter());
        learn(event.learned());
    }

    @EventSourcingHandler
    void on(TokenResynchronised event) {
        counter = event.counter();
        learn(event.learned());
    }

    @EventSourcingHandler
    void on(CounterChanged event) {
        counter = event.counter();
    }

    @EventSourcingHandler
    void on(OfflineValuesIssued event) {
        counter = event.counter();
    }

    private void moveCounter(Long value) {
        if (value != null) {
            counter = value;
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

    private void learn(Map<String, String> learned) {
        learned.forEach((key, value) -> info.compute(key, (known, old) -> value));
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

    public String pinHash() {
        return pinHash;
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

    public TokenOwner owner() {
        return owner;
    }

    public List<String> realms() {
        return realms;
    }

    public Map<String, String> info() {
        return info;
    }

    public TokenView view() {
        return new TokenView(otpLength, counter, countWindow, syncWindow, info);
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
