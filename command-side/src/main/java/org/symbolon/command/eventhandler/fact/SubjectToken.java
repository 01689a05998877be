package org.symbolon.command.eventhandler.fact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;

/**
 * A token that a request is about, as handlers see it.
 *
 * @param owner null where it belongs to nobody
 */
public record SubjectToken(
        String serial,
        String type,
        String description,
        boolean active,
        long counter,
        int failCount,
        int failLimit,
        String rolloutState,
        Map<String, String> info,
        List<String> realms,
        TokenOwner owner) {

    /** The same in these realms. */
    public SubjectToken in(List<String> others) {
        return new SubjectToken(
                serial, type, description, active, counter, failCount, failLimit, rolloutState, info, others, owner);
    }

    /** Whether as many failures were counted as there may be. */
    public boolean isFull() {
        return failCount >= failLimit;
    }

    /** How often something was counted in the token's info. */
    public int counted(String key) {
        try {
            return Integer.parseInt(info.getOrDefault(key, "0").strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Whether the moment lies in its validity period, as far as that has a begin and an end. */
    public boolean isValidAt(Instant moment) {
        return date("validity_period_start").filter(moment::isBefore).isEmpty()
                && date("validity_period_end").filter(moment::isAfter).isEmpty();
    }

    /** The moment that an entry of its info names. */
    public Optional<Instant> date(String key) {
        return TokenDates.parse(info.get(key));
    }
}
