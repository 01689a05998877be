package org.symbolon.projections.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;
import org.symbolon.events.shared.Sealed;

/** Challenges of tokens that are there, that were, and of none; they are answered, end and expire. */
final class RandomChallenges {

    private static final int LONGEST_SECONDS = 2000;

    private final Random random;
    private final Map<String, Integer> tokens;
    private final List<ChallengesBegun> begun = new ArrayList<>();

    RandomChallenges(Random random, Map<String, Integer> tokens) {
        this.random = random;
        this.tokens = tokens;
    }

    Object next() {
        if (begun.isEmpty() || random.nextInt(3) == 0) {
            ChallengesBegun next = new ChallengesBegun("tx" + begun.size(), asked());
            begun.add(next);
            return next;
        }
        ChallengesBegun one = begun.get(random.nextInt(begun.size()));
        String id = one.transactionId();
        String serial = one.challenges().get(0).serial();
        return switch (random.nextInt(8)) {
            case 0, 1 -> new ChallengeAnswered(id, serial);
            case 2, 3 -> new ChallengeAnsweredWrongly(id, serial);
            case 4 -> random.nextBoolean() ? new ChallengeDeclined(id, serial) : new ChallengeCancelled(id, serial);
            case 5 -> new ChallengeProlonged(id, serial, EventStream.timeOf(1 + random.nextInt(1000)));
            case 6 -> new ChallengesEnded(id, List.of(serial, "HOTP1"));
            default -> new ExpiredChallengesRemoved(EventStream.timeOf(1 + random.nextInt(1000)));
        };
    }

    private List<BegunChallenge> asked() {
        List<BegunChallenge> asked = new ArrayList<>();
        tokens.forEach((serial, id) -> {
            if (random.nextInt(4) == 0) {
                asked.add(new BegunChallenge(serial, id - random.nextInt(2), "c", text(), secret(), "", seconds()));
            }
        });
        if (asked.isEmpty()) {
            asked.add(new BegunChallenge("", null, "nonce", text(), null, "step", seconds()));
        }
        return asked;
    }

    private String text() {
        return random.nextBoolean() ? "" : "{\"n\": " + random.nextInt(100) + "}";
    }

    private Sealed secret() {
        return random.nextInt(3) == 0 ? new Sealed("key-" + random.nextInt(10), "box" + random.nextInt(100)) : null;
    }

    private int seconds() {
        return random.nextInt(LONGEST_SECONDS);
    }
}
