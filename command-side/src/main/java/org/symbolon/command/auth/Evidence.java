package org.symbolon.command.auth;

import static org.symbolon.command.auth.TokensOfLogins.ofType;
import static org.symbolon.command.auth.TokensOfLogins.usable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.auth.LoginSubject.Keyed;
import org.symbolon.command.auth.LoginSubject.Nameless;
import org.symbolon.command.auth.LoginSubject.OneToken;
import org.symbolon.command.auth.LoginSubject.Unknown;
import org.symbolon.command.auth.LoginSubject.User;
import org.symbolon.command.auth.LoginSubject.Value;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.TokenOwner;

/**
 * Gathers, before any lock or database connection is held, what a decision about a log-in needs and what takes long: whether
 * PINs and passwords are right, whether the same was remembered, what somebody could claim.
 */
public class Evidence {

    private static final int NO_SUCH_USER = 904;

    private final Gathering from;

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
        this.from = new Gathering(
                new TokensOfLogins(candidates), memory, trials, newPins, passwords, cache, claims, owed, holders);
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
        return !usable("", from.tokens().ofOwner(owner)).isEmpty();
    }

    /** All tokens of a user that may be asked a challenge; a type other than the empty text restricts them to it. */
    public TriggerChallenges askingUser(TokenOwner owner, String type, LoginTerms terms) {
        return asking(owner, usable(type, from.tokens().ofOwner(owner)), terms);
    }

    /** The token that may be asked a challenge; none if there is no such token, or not of that owner and type. */
    public TriggerChallenges askingToken(String serial, TokenOwner owner, String type, LoginTerms terms) {
        return asking(owner, from.tokens().usable(serial, owner, type), terms);
    }

    private TriggerChallenges asking(TokenOwner owner, List<Candidate> asked, LoginTerms terms) {
        List<String> serials = asked.stream().map(Candidate::serial).toList();
        Holder holder = asked.stream().anyMatch(from.trials()::isSentTo) ? from.holderOf(null, asked) : Holder.NOBODY;
        return new TriggerChallenges(owner, serials, terms, holder, Map.of());
    }

    /** What is gathered for one log-in, perhaps several times. */
    private final class Attempts implements Supplier<LogIn> {

        private final LoginSubject subject;
        private final LoginAttempt attempt;
        private final LoginTerms terms;
        private final Outside outside;
        private final WithoutToken withoutToken;
        private boolean mayRecall = true;

        private Attempts(LoginSubject subject, LoginAttempt attempt) {
            this.subject = subject;
            this.attempt = attempt;
            this.terms = attempt.terms();
            this.outside = from.trials().outside();
            this.withoutToken = new WithoutToken(attempt, outside, from);
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
                return ofDevice(nameless.serial(), null);
            }
            if (subject instanceof Keyed keyed) {
                return ofKey(keyed);
            }
            if (subject instanceof Declining) {
                return logIn(List.of(), false, Findings.NONE);
            }
            return ofUnknown((Unknown) subject);
        }

        private LogIn ofUnknown(Unknown unknown) {
            if (!terms.layers().withoutUser().isSaid()) {
                from.trials().pretend(attempt);
                throw Refusal.of(NO_SUCH_USER, "User " + unknown.printed() + " does not exist.");
            }
            return logIn(List.of(), false, Findings.NONE);
        }

        private LogIn logIn(List<Trial> tried, boolean recalled, Findings findings) {
            return new LogIn(subject, terms, attempt.transactionId(), tried, recalled, null, findings);
        }

        private LogIn logIn(
                List<Candidate> tokens, List<Trial> tried, boolean recalled, Findings findings, String login) {
            boolean wanted = from.trials().concernOwner(tokens, tried, attempt);
            return logIn(tried, recalled, wanted ? findings.of(from.holderOf(login, tokens)) : findings);
        }

        private LogIn changing(NewPin newPin, Findings findings) {
            return new LogIn(subject, terms, attempt.transactionId(), List.of(), false, newPin, findings);
        }

        private LogIn ofValue(Value value) {
            Candidate candidate = from.tokens().require(value.serial(), value.owner());
            return logIn(List.of(from.trials().ofValue(candidate, attempt, outside)), false, Findings.NONE);
        }

        /** The other tokens of the user come with it where his success concerns all of them. */
        private LogIn ofKey(Keyed keyed) {
            LogIn alone = ofDevice(keyed.serial(), keyed.owner());
            if (keyed.owner() == null || !terms.resetsAllTokens().isSaid()) {
                return alone;
            }
            List<Trial> all = new ArrayList<>(alone.trials());
            usable("", from.tokens().ofOwner(keyed.owner())).stream()
                    .filter(candidate -> !candidate.serial().equals(keyed.serial()))
                    .forEach(candidate -> all.add(from.trials().untried(candidate, attempt)));
            return logIn(all, false, Findings.NONE);
        }

        private LogIn ofDevice(String serial, TokenOwner owner) {
            Candidate candidate = from.tokens().require(serial, owner);
            return logIn(List.of(from.trials().ofNameless(candidate, attempt)), false, Findings.NONE);
        }

        private LogIn ofToken(OneToken token) {
            Candidate candidate = from.tokens().require(token.serial(), token.owner());
            Findings findings = owing(Findings.NONE, null, candidate.owner());
            return from.newPins()
                    .of(attempt, token.owner(), token.serial())
                    .map(newPin -> changing(newPin, findings))
                    .orElseGet(() -> {
                        List<Candidate> only = List.of(candidate);
                        return logIn(only, from.trials().of(only, attempt, outside), false, findings, null);
                    });
        }

        private Findings owing(Findings findings, String login, TokenOwner owner) {
            return owner == null || terms.owedToken() == null
                    ? findings
                    : findings.owing(from.owed()
                            .of(terms.owedToken(), login, owner, from.tokens().ofOwner(owner)));
        }

        private LogIn ofUser(User user) {
            Findings findings = terms.layers().cache() == null
                    ? Findings.NONE
                    : from.cache().search(user, attempt);
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
            List<Candidate> known = usable(user.type(), from.memory().of(user.owner()));
            return OwedEvidence.areMet(terms.owedToken(), known)
                    ? from.trials()
                            .recalled(known, attempt)
                            .map(tried -> logIn(known, tried, true, cacheable(user, tried, findings), user.login()))
                    : Optional.empty();
        }

        private LogIn lookedUp(User user, Findings findings) {
            Optional<NewPin> newPin = from.newPins().of(attempt, user.owner(), null);
            if (newPin.isPresent()) {
                return changing(newPin.get(), owing(findings, user.login(), user.owner()));
            }
            long mark = from.memory().mark();
            List<Candidate> found = from.tokens().ofOwner(user.owner());
            from.memory().remember(user.owner(), found, mark);
            List<Candidate> tokens = attempt.answers() ? ofType(user.type(), found) : usable(user.type(), found);
            Findings owing = terms.owedToken() == null
                    ? findings
                    : findings.owing(from.owed().of(terms.owedToken(), user.login(), user.owner(), found));
            if (tokens.isEmpty()
                    && terms.layers().concernTokens()
                    && usable("", found).isEmpty()) {
                from.trials().pretend(attempt);
                return logIn(List.of(), false, withoutToken.of(user, owing));
            }
            List<Trial> tried = from.trials().of(tokens, attempt, outside);
            return logIn(tokens, tried, false, cacheable(user, tried, owing), user.login());
        }

        private Findings cacheable(User user, List<Trial> tried, Findings findings) {
            return tried.stream().anyMatch(trial -> trial.pinMatches() && !trial.asks())
                    ? from.cacheable(user, attempt, findings)
                    : findings;
        }
    }
}
