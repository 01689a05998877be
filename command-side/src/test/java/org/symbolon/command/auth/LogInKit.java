package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.UnownedTokens;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.TokenOwner;

/** Log-ins as tests write them, and what decides about them. What a test does not hand in is not there. */
public final class LogInKit {

    private final Tokens tokens;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Challenges challenges;
    private final Randomness randomness;
    private final Clock clock;
    private TokenCensus census;
    private TokenTypes types = TokenTypes.all();
    private CandidateTokens candidates = new NoTokens();
    private RememberedLogins remembered;
    private Repository<LoginTally> tallies = new Stage().repository(LoginTally.class);

    public LogInKit(
            Tokens tokens,
            SecretVault vault,
            SystemSettings settings,
            TokenCensus census,
            Challenges challenges,
            Randomness randomness,
            Clock clock) {
        this.tokens = tokens;
        this.vault = vault;
        this.settings = settings;
        this.census = census;
        this.challenges = challenges;
        this.randomness = randomness;
        this.clock = clock;
        this.remembered = new RememberedLogins(
                new NoLogins(), vault, SimpleEventBus.builder().build(), clock);
    }

    LogInKit candidates(CandidateTokens known) {
        candidates = known;
        return this;
    }

    LogInKit remembered(RememberedLogins logins) {
        remembered = logins;
        return this;
    }

    LogInKit tallies(Repository<LoginTally> repository) {
        tallies = repository;
        return this;
    }

    public LogInKit types(TokenTypes known) {
        types = known;
        return this;
    }

    private Effects effects() {
        return new Effects(new Stage().repository(PlannedEffect.class), vault, randomness);
    }

    private RevocationCommands spent() {
        return new RevocationCommands(
                new Stage().repository(RevokedLogin.class),
                limit -> false,
                SimpleEventBus.builder().build(),
                clock);
    }

    public LogIns logIns() {
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                types,
                new FakeSerials(),
                vault,
                settings,
                randomness,
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                clock);
        LoginEnrolment enrolment = new LoginEnrolment(
                census,
                candidates,
                enrolments,
                tokens,
                types,
                settings,
                vault,
                challenges,
                effects(),
                randomness,
                clock);
        return new LogIns(
                remembered,
                new CredentialCheck(tokens, types, vault, settings, challenges, spent(), effects(), randomness, clock),
                new Claims(
                        new UnownedTokens(tokens, census), types, vault, settings, new ClaimGuesses(settings), clock),
                new LoginAttempts(tallies),
                new OwedTokens(census, tokens, vault, enrolment),
                clock);
    }

    public static LogIn checking(TokenOwner owner, List<Trial> trials, boolean otpOnly) {
        return checking(owner, trials, otpOnly, false);
    }

    public static LogIn checking(TokenOwner owner, List<Trial> trials, boolean otpOnly, boolean recalled) {
        return checking(owner, trials, otpOnly, recalled, null, LoginTerms.NONE);
    }

    public static LogIn checking(
            TokenOwner owner,
            List<Trial> trials,
            boolean otpOnly,
            boolean recalled,
            String transactionId,
            LoginTerms terms) {
        return checking(owner, trials, otpOnly, recalled, transactionId, terms, null);
    }

    public static LogIn checking(
            TokenOwner owner,
            List<Trial> trials,
            boolean otpOnly,
            boolean recalled,
            String transactionId,
            LoginTerms terms,
            NewPin newPin) {
        return checking(owner, trials, otpOnly, recalled, transactionId, terms, newPin, null);
    }

    public static LogIn checking(
            TokenOwner owner,
            List<Trial> trials,
            boolean otpOnly,
            boolean recalled,
            String transactionId,
            LoginTerms terms,
            NewPin newPin,
            OwedToken owed) {
        return new LogIn(
                subject(owner, trials, otpOnly),
                terms,
                transactionId,
                trials,
                recalled,
                newPin,
                Findings.NONE.owing(owed));
    }

    private static LoginSubject subject(TokenOwner owner, List<Trial> trials, boolean otpOnly) {
        if (otpOnly) {
            return new LoginSubject.Value(trials.get(0).serial(), owner);
        }
        return owner == null
                ? new LoginSubject.OneToken(
                        trials.isEmpty() ? "" : trials.get(0).serial(), null)
                : new LoginSubject.User("alice", owner, "");
    }

    /** Nobody's log-in is remembered. */
    private static final class NoLogins implements CachedLogins {

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

    /** Nobody has a token. */
    private static final class NoTokens implements CandidateTokens {

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            return List.of();
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return Optional.empty();
        }
    }
}
