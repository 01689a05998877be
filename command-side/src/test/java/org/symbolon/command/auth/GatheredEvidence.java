package org.symbolon.command.auth;

import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakePasswords;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/** Tokens of users, and what was typed for them. */
abstract class GatheredEvidence {

    final KnownCandidates candidates = new KnownCandidates();
    final FakeSettings settings = new FakeSettings();
    final FakeHasher hasher = new FakeHasher();
    final CandidateMemory memory = new CandidateMemory();
    final FakePasswords passwords = new FakePasswords();

    final PinVerifier pins =
            new PinVerifier(hasher, new PinMemory(new SecureRandom(), 100, Duration.ofHours(1)), new FakeVault());

    final Evidence evidence = new Evidence(
            candidates,
            memory,
            TokenTypes.all(),
            pins,
            new PinEvidence(id -> Optional.empty(), candidates, pins, new FakeVault()),
            passwords,
            settings);

    static Trial trial(String serial, String otp, boolean pinMatches) {
        return new Trial(serial, Secret.of(otp), true, PIN_HASH, pinMatches);
    }

    static final class KnownCandidates implements CandidateTokens {

        final List<Candidate> known = new ArrayList<>();
        int lookUps;
        Runnable meanwhile = () -> {};

        void add(String serial, String type, int otpLength, Pin pin, TokenOwner owner) {
            known.add(new Candidate(serial, type, otpLength, pin, owner));
        }

        void add(String serial, Progress progress) {
            known.add(new Candidate(serial, "hotp", 6, PIN_HASH, ALICE, progress));
        }

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            lookUps++;
            meanwhile.run();
            return known.stream()
                    .filter(candidate -> owner.equals(candidate.owner()))
                    .toList();
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return known.stream()
                    .filter(candidate -> candidate.serial().equals(serial))
                    .findFirst();
        }
    }
}
