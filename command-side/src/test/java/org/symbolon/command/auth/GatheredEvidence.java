package org.symbolon.command.auth;

import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakePasswords;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Tokens of users, and what was typed for them. */
abstract class GatheredEvidence {

    static final RadiusAnswer ACCEPTED = new RadiusAnswer.Accepted("");

    final KnownCandidates candidates = new KnownCandidates();
    final FakeSettings settings = new FakeSettings();
    final FakeHasher hasher = new FakeHasher();
    final CandidateMemory memory = new CandidateMemory();
    final FakePasswords passwords = new FakePasswords();
    final Map<String, KnownToken> looks = new HashMap<>();
    final List<Inquiry<?>> inquiries = new ArrayList<>();
    Object answer = ACCEPTED;
    final Set<String> unfit = new HashSet<>();
    final KnownTokens seen = (serial, transaction) -> Optional.ofNullable(
            looks.getOrDefault(serial, new KnownToken("hotp", null, Optional.empty(), !unfit.contains(serial))));
    final Inquiries outside = new Inquiries() {
        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            inquiries.add(inquiry);
            return inquiry.answer().cast(answer);
        }
    };
    final PinVerifier pins = new PinVerifier(
            hasher,
            new PinMemory(
                    new KeyedDigest(new byte[32]), PinDigests.NONE, 100, Duration.ofHours(1), Duration.ofDays(29)),
            new FakeVault());
    final Evidence evidence = new Evidence(
            candidates,
            memory,
            new Trials(TokenTypes.all(), pins, passwords, settings, seen, outside),
            new PinEvidence(id -> Optional.empty(), candidates, pins, new FakeVault()),
            passwords,
            new LoginCache(new FakeLogins(), new FakeVault(), new KeyedDigest(new byte[32])),
            new ClaimEvidence(
                    (realm, types) -> (number, most) -> List.of(),
                    new ValueSearch(TokenTypes.all(), new FakeVault(), settings, Clock.systemUTC()),
                    passwords,
                    pins,
                    settings,
                    new ClaimGuesses(settings),
                    10),
            new OwedEvidence(
                    TokenTypes.all(),
                    (login, owner, whole) -> Holder.NOBODY,
                    new EnrolmentEvidence(
                            seen, TokenTypes.all(), outside, settings, Chance.seeded(1), Clock.systemUTC())),
            (login, owner, whole) -> new Holder("alice", owner.realm(), Map.of("email", "alice@example.com")));

    static Trial trial(String serial, String otp, boolean pinMatches) {
        return new Trial(serial, Secret.of(otp), true, PIN_HASH, pinMatches);
    }

    static LoginTerms owing(String type) {
        return LoginTerms.draft()
                .owedToken(new OwedTokenTerms(type, true, Map.of(), Map.of(), TokenQuota.NONE, List.of()))
                .terms();
    }

    LogIn ofUser(TokenOwner owner, String type, LoginAttempt attempt) {
        return attemptsOfUser(owner, type, attempt).get();
    }

    Supplier<LogIn> attemptsOfUser(TokenOwner owner, String type, LoginAttempt attempt) {
        return evidence.attempts(new LoginSubject.User("alice", owner, type), attempt);
    }

    LogIn ofSerial(String serial, TokenOwner owner, LoginAttempt attempt) {
        return evidence.attempts(new LoginSubject.OneToken(serial, owner), attempt)
                .get();
    }

    LogIn ofValue(String serial, TokenOwner owner, Secret otp) {
        return evidence.attempts(new LoginSubject.Value(serial, owner), LoginAttempt.plain(otp))
                .get();
    }

    /** Nobody's log-in is remembered. */
    static final class FakeLogins implements CachedLogins {

        @Override
        public List<Entry> of(String username, TokenOwner user) {
            return List.of();
        }

        @Override
        public List<Entry> lockAllOf(TokenOwner user) {
            return List.of();
        }

        @Override
        public List<Entry> lock(Collection<Long> ids) {
            return List.of();
        }

        @Override
        public List<Entry> lockUnusedSince(Instant time, int most) {
            return List.of();
        }
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
