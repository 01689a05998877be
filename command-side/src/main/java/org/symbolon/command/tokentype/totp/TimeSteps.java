package org.symbolon.command.tokentype.totp;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.hotp.Hotp;

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
    static Optional<TimeSteps> of(TokenView token, Instant now, SystemSettings settings) {
        Optional<Long> step = token.info("timeStep").flatMap(TimeSteps::positive);
        Optional<Long> window =
                token.info("timeWindow").or(() -> Optional.of("180")).flatMap(TimeSteps::positive);
        if (step.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        boolean learns = token.info("useTimeShift")
                .map(Truth::of)
                .orElseGet(() -> settings.flagUnlessDenied("totp.useTimeShift"));
        double shift = token.info("timeShift").map(TimeSteps::decimal).orElse(0.0);
        return Optional.of(new TimeSteps(step.get(), window.get(), learns ? shift : 0.0, learns, now));
    }

    long current() {
        return Math.floorDiv((long) Math.floor(seconds() + shift), step);
    }

    /** How many steps to either side, as far as {@link Hotp#MOST_TRIED} values reach. */
    long reach() {
        return within(window / step);
    }

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

    private static Optional<Long> positive(String text) {
        return Optional.of(text).filter(value -> value.matches("[1-9]\\d{0,8}")).map(Long::parseLong);
    }

    private static double decimal(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0.0;
    }
}
