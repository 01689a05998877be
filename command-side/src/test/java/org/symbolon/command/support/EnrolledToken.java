package org.symbolon.command.support;

import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

/** Builds the fact that a token was enrolled: a HOTP token with the seed of RFC 4226 and the PIN 1234, unless told otherwise. */
public final class EnrolledToken {

    public static final String SERIAL = "OATH0001";
    public static final Pin PIN_HASH = new Pin.Hashed("hash of 1234");
    /** The 20 bytes of the test vectors of RFC 4226 and RFC 6238, in hexadecimal. */
    public static final String RFC_SEED = "3132333435363738393031323334353637383930";

    public static final TokenOwner ALICE = new TokenOwner("passwd", "1001", "realm1");
    public static final TokenOwner BOB = new TokenOwner("passwd", "1002", "realm1");

    private final String type;
    private final String seed;
    private String serial = SERIAL;
    private int otpLength = 6;
    private Pin pin = PIN_HASH;
    private int failLimit = 10;
    private int countWindow = 10;
    private int syncWindow = 1000;
    private String rolloutState = "";
    private TypeState state;
    private Map<String, String> info = Map.of();
    private TokenOwner owner;
    private Sealed sealedSeed;

    private EnrolledToken(String type, String seed, TypeState state) {
        this.type = type;
        this.seed = seed;
        this.state = state;
    }

    public static EnrolledToken hotp() {
        return new EnrolledToken("hotp", RFC_SEED, TypeState.of(0L, Map.of("hashlib", "sha1")));
    }

    public static EnrolledToken totp() {
        return new EnrolledToken(
                "totp",
                RFC_SEED,
                TypeState.of(0L, Map.of("hashlib", "sha1", "timeStep", 30, "timeWindow", 180, "timeShift", "0")));
    }

    public static EnrolledToken spass() {
        return new EnrolledToken("spass", "00", TypeState.EMPTY);
    }

    public static EnrolledToken pw(String password) {
        return new EnrolledToken("pw", password, TypeState.EMPTY).otpLength(password.length());
    }

    /** A token of a type that no longer exists. */
    public static EnrolledToken ofType(String type) {
        return new EnrolledToken(type, RFC_SEED, TypeState.EMPTY);
    }

    public EnrolledToken serial(String other) {
        serial = other;
        return this;
    }

    /** Another seed than that of its type. */
    public EnrolledToken seed(Sealed other) {
        sealedSeed = other;
        return this;
    }

    public EnrolledToken otpLength(int other) {
        otpLength = other;
        return this;
    }

    public EnrolledToken pin(Pin other) {
        pin = other;
        return this;
    }

    public EnrolledToken failLimit(int other) {
        failLimit = other;
        return this;
    }

    public EnrolledToken windows(int count, int sync) {
        countWindow = count;
        syncWindow = sync;
        return this;
    }

    public EnrolledToken rolloutState(String other) {
        rolloutState = other;
        return this;
    }

    public EnrolledToken info(Map<String, String> other) {
        info = other;
        return this;
    }

    public EnrolledToken state(Map<String, ?> entries) {
        state = TypeState.of(state.counter(), entries);
        return this;
    }

    public EnrolledToken owner(TokenOwner other) {
        owner = other;
        return this;
    }

    public TokenEnrolled fact() {
        return new TokenEnrolled(
                serial,
                1,
                type,
                otpLength,
                sealedSeed == null ? FakeVault.sealed("key-of-" + serial, seed) : sealedSeed,
                pin,
                "",
                failLimit,
                countWindow,
                syncWindow,
                rolloutState,
                true,
                state,
                info,
                owner,
                owner == null ? List.of() : List.of(owner.realm()));
    }
}
