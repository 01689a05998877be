package org.symbolon.command.auth;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LoginSubject.Nameless;
import org.symbolon.command.auth.LoginSubject.OneToken;
import org.symbolon.command.auth.LoginSubject.Unknown;
import org.symbolon.command.auth.LoginSubject.User;
import org.symbolon.command.auth.LoginSubject.Value;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.shared.TokenOwner;

/**
 * Gathers, before any lock or database connection is held, what a decision about a log-in needs and what takes long: whether
 * PINs and passwords are right, whether the same was remembered, what somebody could claim.
 */
public class Evidence {

    private static final int NO_SUCH_USER = 904;

    private final CandidateTokens candidates;
    private final CandidateMemory memory;
    private final Trials trials;
    private final PinEvidence newPins;
    private final UserPasswords passwords;
    private final LoginCache cache;
    private final ClaimEvidence claims;
    private final OwedEvidence owed;
    private final Holders holders;

    public Evidence(
            CandidateTokens candidates,
            CandidateMemory memory,
            Trials trials,
            PinEvidence newPins,
            UserPasswords passwords,
            LoginCache cache,
            ClaimEvidence claims,
            OwedEvidence owed,
            Holders holders) {
        this.candidates = candidates;
        this.memory = memory;
        this.trials = trials;
        this.newPins = newPins;
        this.passwords = passwords;
        this.cache = cache;
        this.claims = claims;
        this.owed = owed;
        this.holders = holders;
    }

    /**
     * A log-in, for one attempt to decide about it after another: the first from memory alone where that can be enough, each
     * later one from what is true then. Refused are tokens that are not there (601) or somebody else's (905), and users whom
     * nobody knows (904).
     */
    public Supplier<LogIn> attempts(LoginSubject subject, LoginAttempt attempt) {
        return new Attempts(subject, attempt);
    }

    /** Whether the user has any token, in whatever state. */
    public boolean hasTokens(TokenOwner owner) {
        return !usable("", candidates.ofOwner(owner)).isEmpty();
    }

    /** All tokens of a user that may be asked a challenge; a type other than the empty text restricts them to it. */
    public TriggerChallenges askingUser(TokenOwner owner, String type, LoginTerms terms) {
        return asking(owner, usable(type, candidates.ofOwner(owner)), terms);
    }

    /** The token that may be asked a challenge; none if there is no such token, or not of that owner and type. */
    public TriggerChallenges askingToken(String serial, TokenOwner owner, String type, LoginTerms terms) {
        List<Candidate> found = usable(
                        type, candidates.withSerial(serial).stream().toList())
                .stream()
                .filter(candidate -> owner == null || owner.equals(candidate.owner()))
                .toList();
        return asking(owner, found, terms);
    }

    private TriggerChallenges asking(TokenOwner owner, List<Candidate> asked, LoginTerms terms) {
        List<String> serials = asked.stream().map(Candidate::serial).toList();
        Holder holder = asked.stream().anyMatch(trials::isSentTo) ? holder(null, asked) : Holder.NOBODY;
        return new TriggerChallenges(owner, serials, terms, holder);
    }

    /** All of them are of one owner, if of any. */
    private Holder holder(String login, List<Candidate> tokens) {
        TokenOwner owner = tokens.get(0).owner();
        return owner == null ? Holder.NOBODY : holders.of(login, owner, true);
    }

    private static List<Candidate> ofType(String type, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> type.isEmpty() || type.equalsIgnoreCase(candidate.type()))
                .toList();
    }

    private static List<Candidate> usable(String type, List<Candidate> candidates) {
        return ofType(type, candidates).stream()
                .filter(candidate -> candidate.progress() != Progress.AWAITED)
                .toList();
    }

    /**
     * The token with the serial.
     *
     * @throws Refusal 601 if there is no such token, 905 if it belongs to somebody else
     */
    private Candidate require(String serial, TokenOwner owner) {
        Candidate candidate = candidates.withSerial(serial).orElseThrow(Refusal::tokenNotFound);
        if (owner != null && !owner.equals(candidate.owner())) {
            throw Refusal.parameter("Given serial does not belong to given user!");
        }
        return candidate;
    }

    /** What is gathered for one log-in, perhaps several times. */
    private final class Attempts implements Supplier<LogIn> {

        private final LoginSubject subject;
        private final LoginAttempt attempt;
        private final LoginTerms terms;
        private final Outside outside = trials.outside();
        private boolean mayRecall = true;
        private Optional<Boolean> mayClaim = Optional.empty();

        private Attempts(LoginSubject subject, LoginAttempt attempt) {
            this.subject = subject;
            this.attempt = attempt;
            this.terms = attempt.terms();
        }

        @Override
        public LogIn get() {
            if (subject instanceof User user) {
                return ofUser(user);
            }
            if (subject instanceof OneToken token) {
                return ofToken(token);
            }
            if (subject instanceof Value value) {
                return ofValue(value);
            }
            if (subject instanceof Nameless nameless) {
                return ofNameless(nameless);
            }
            return ofUnknown((Unknown) subject);
        }

        private LogIn ofUnknown(Unknown unknown) {
            if (!terms.layers().withoutUser().isSaid()) {
                throw Refusal.of(NO_SUCH_USER, "User " + unknown.printed() + " does not exist.");
            }
            return logIn(List.of(), false, Findings.NONE);
        }

        private LogIn logIn(List<Trial> tried, boolean recalled, Findings findings) {
            return new LogIn(subject, terms, attempt.transactionId(), tried, recalled, null, findings);
        }

        private LogIn logIn(
                List<Candidate> tokens, List<Trial> tried, boolean recalled, Findings findings, String login) {
            boolean wanted = trials.concernOwner(tokens, tried, attempt);
            return logIn(tried, recalled, wanted ? findings.of(holder(login, tokens)) : findings);
        }

        private LogIn changing(NewPin newPin, Findings findings) {
            return new LogIn(subject, terms, attempt.transactionId(), List.of(), false, newPin, findings);
        }

        private LogIn ofValue(Value value) {
            Candidate candidate = require(value.serial(), value.owner());
            return logIn(List.of(trials.ofValue(candidate, attempt.typed(), outside)), false, Findings.NONE);
        }

        private LogIn ofNameless(Nameless nameless) {
            Candidate candidate = require(nameless.serial(), null);
            return logIn(List.of(trials.ofNameless(candidate, attempt)), false, Findings.NONE);
        }

        private LogIn ofToken(OneToken token) {
            Candidate candidate = require(token.serial(), token.owner());
            Findings findings = owing(Findings.NONE, null, candidate.owner());
            return newPins.of(attempt, token.owner(), token.serial())
                    .map(newPin -> changing(newPin, findings))
                    .orElseGet(() -> {
                        List<Candidate> only = List.of(candidate);
                        return logIn(only, trials.of(only, attempt, outside), false, findings, null);
                    });
        }

        private Findings owing(Findings findings, String login, TokenOwner owner) {
            return owner == null || terms.owedToken() == null
                    ? findings
                    : findings.owing(owed.of(terms.owedToken(), login, owner, candidates.ofOwner(owner)));
        }

        private LogIn ofUser(User user) {
            Findings findings = terms.layers().cache() == null ? Findings.NONE : cache.search(user, attempt);
            if (findings.cached() != null) {
                return logIn(List.of(), false, owing(findings, user.login(), user.owner()));
            }
            return recalled(user, findings).orElseGet(() -> lookedUp(user, findings));
        }

        /**
         * An answer to a challenge and a success that concerns all tokens of a user are never judged from memory, and nothing
         * is twice.
         */
        private Optional<LogIn> recalled(User user, Findings findings) {
            if (!mayRecall || attempt.answers() || terms.resetsAllTokens().isSaid()) {
                return Optional.empty();
            }
            mayRecall = false;
            List<Candidate> known = usable(user.type(), memory.of(user.owner()));
            return OwedEvidence.areMet(terms.owedToken(), known)
                    ? trials.recalled(known, attempt)
                            .map(tried -> logIn(known, tried, true, cacheable(tried, findings), user.login()))
                    : Optional.empty();
        }

        private LogIn lookedUp(User user, Findings findings) {
            Optional<NewPin> newPin = newPins.of(attempt, user.owner(), null);
            if (newPin.isPresent()) {
                return changing(newPin.get(), owing(findings, user.login(), user.owner()));
            }
            long mark = memory.mark();
            List<Candidate> found = candidates.ofOwner(user.owner());
            memory.remember(user.owner(), found, mark);
            List<Candidate> tokens = attempt.answers() ? ofType(user.type(), found) : usable(user.type(), found);
            Findings owing = terms.owedToken() == null
                    ? findings
                    : findings.owing(owed.of(terms.owedToken(), user.login(), user.owner(), found));
            if (tokens.isEmpty()
                    && terms.layers().concernTokens()
                    && usable("", found).isEmpty()) {
                return logIn(List.of(), false, tokenless(user, owing));
            }
            List<Trial> tried = trials.of(tokens, attempt, outside);
            return logIn(tokens, tried, false, cacheable(tried, owing), user.login());
        }

        private Findings cacheable(List<Trial> tried, Findings findings) {
            return tried.stream().anyMatch(trial -> trial.pinMatches() && !trial.asks())
                    ? cacheable(findings)
                    : findings;
        }

        private Findings cacheable(Findings findings) {
            return terms.layers().cache() == null ? findings : findings.toBeCached(cache.hash(attempt.typed()));
        }

        /** Each layer is looked at only where none before it can decide. */
        private Findings tokenless(User user, Findings findings) {
            LayerTerms layers = terms.layers();
            if (layers.withoutToken().isSaid()) {
                return cacheable(findings.tokenless(false));
            }
            if (isPassword(user, layers.passThrough().value())) {
                return cacheable(findings.tokenless(true));
            }
            Findings without = findings.tokenless(false);
            return layers.passThrough().fault() == null && layers.claim().value() != null
                    ? claiming(user, without)
                    : without;
        }

        /** Nobody has the empty password, whatever is said where he is known. */
        private boolean isPassword(User user, PassThrough where) {
            if (where == null || attempt.typed().isEmpty()) {
                return false;
            }
            return where.radiusServer() == null
                    ? passwords.match(user.owner(), attempt.typed())
                    : outside.answer(new AtRadiusServer(where.radiusServer(), user.login(), attempt.typed()));
        }

        private Findings claiming(User user, Findings findings) {
            if (mayClaim.isEmpty()) {
                mayClaim = Optional.of(claims.another(user.owner()));
            }
            if (!mayClaim.get()) {
                return findings.tryingTooOften();
            }
            return claims.find(
                            user.owner(),
                            attempt.typed(),
                            terms.layers().claim().value().needsPassword())
                    .map(findings::claiming)
                    .orElse(findings);
        }
    }
}
