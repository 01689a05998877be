package org.symbolon.command.tokentype.totp;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.oath.Hotp;

/**
 * The time steps of one token at one moment: which is the current one by its device's clock, and how far around it a
 * value may lie. All times are in seconds.
 */
final class TimeSteps {

    private final long step;
    private final long window;
    private final double shift;
    private final boolean learnsShift;
    private final Instant now;

    private TimeSteps(long step, long window, double shift, boolean learnsShift, Instant now) {
        this.step = step;
        this.window = window;
        this.shift = shift;
        this.learnsShift = learnsShift;
        this.now = now;
    }

    /** The steps; empty when the token's step or window is no number, so that no value can ever be right. */
    static Optional<TimeSteps> of(TotpState state, Circumstances now) {
        return of(state, now.now(), now.settings());
    }

    static Optional<TimeSteps> of(TotpState state, Instant now, SystemSettings settings) {
        if (state.step().isEmpty() || state.window().isEmpty()) {
            return Optional.empty();
        }
        boolean learns = state.learns().orElseGet(() -> settings.flagUnlessDenied("totp.useTimeShift"));
        double shift = learns ? state.shift() : 0.0;
        return Optional.of(new TimeSteps(state.step().get(), state.window().get(), shift, learns, now));
    }

    long current() {
        return Math.floorDiv((long) Math.floor(seconds() + shift), step);
    }

    /** How many steps to either side, as far as {@link Hotp#MOST_TRIED_AT_LOGIN} values reach. */
    long reach() {
        return atLogin(window / step);
    }

    /** So many steps to either side, as far as {@link Hotp#MOST_TRIED_AT_LOGIN} values reach. */
    static long atLogin(long steps) {
        return Math.min(steps, Hotp.MOST_TRIED_AT_LOGIN / 2);
    }

    /** So many steps to either side, as far as {@link Hotp#MOST_TRIED} values reach. */
    static long within(long steps) {
        return Math.min(steps, Hotp.MOST_TRIED / 2);
    }

    boolean learnsShift() {
        return learnsShift;
    }

    /** The shift that makes this step begin now. */
    String shiftFor(long counter) {
        return Long.toString(counter * step - now.getEpochSecond());
    }

    /** The shift that puts the middle of this step at this moment. */
    String shiftForMiddleOf(long counter) {
        BigDecimal middle =
                BigDecimal.valueOf(counter).add(new BigDecimal("0.5")).multiply(BigDecimal.valueOf(step));
        return middle.subtract(BigDecimal.valueOf(now.toEpochMilli(), 3)).toPlainString();
    }

    private double seconds() {
        return now.toEpochMilli() / 1000.0;
    }
}
