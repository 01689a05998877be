package org.symbolon.server.http.validate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.auth.CacheLogin;
import org.symbolon.command.auth.CacheTerms;
import org.symbolon.command.auth.CheckCredentials;
import org.symbolon.command.auth.ClaimToken;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.ForgetCachedLogins;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginCache;
import org.symbolon.command.auth.OwedToken;
import org.symbolon.command.auth.StaleEvidenceException;
import org.symbolon.command.auth.UseCachedLogin;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Reply;

/**
 * Decides about the log-in of a user, from the outside in: whether he was let in with the same before, whether it matters
 * that he has no token, whether he comes too often; and in the middle, what his tokens say, or which one he can claim.
 */
public class UserLogins {

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final LoginLayers layers;
    private final LoginCache cache;
    private final UserDirectory directory;
    private final LoginClaims claims;

    public UserLogins(
            Evidence evidence,
            CommandDispatcher commands,
            LoginLayers layers,
            LoginCache cache,
            UserDirectory directory,
            LoginClaims claims) {
        this.evidence = evidence;
        this.commands = commands;
        this.layers = layers;
        this.cache = cache;
        this.directory = directory;
        this.claims = claims;
    }

    /**
     * Somebody who wants in.
     *
     * @param type the type that his token must be of, empty for any
     * @param mayClaim whether he may claim a token if he has none
     */
    public record Login(ApiRequest request, KnownUser user, String type, LoginAttempt attempt, boolean mayClaim) {

        private TokenOwner owner() {
            return user.asOwner();
        }

        private Secret typed() {
            return attempt.typed();
        }
    }

    /** The reply that is made of the decision; it is made once more whenever somebody else was faster. */
    public Reply decide(Login login, Function<Decision, Reply> answer) {
        Optional<CacheTerms> terms =
                login.attempt().answers() ? Optional.empty() : layers.cache(login.request(), login.user());
        return terms.isPresent() ? remembered(login, terms.get(), answer) : judged(login, answer);
    }

    private Reply remembered(Login login, CacheTerms terms, Function<Decision, Reply> answer) {
        AtomicReference<OwedToken> owed = new AtomicReference<>();
        Supplier<UseCachedLogin> use = () -> {
            owed.set(evidence.owedBy(login.owner(), login.attempt().terms()).orElse(null));
            return use(login, terms);
        };
        try {
            return commands.sendFresh(login.request(), use, (Boolean used) -> {
                if (!used) {
                    throw StaleEvidenceException.ofCachedLogin();
                }
                return answer.apply(
                        Decision.accepting("Authenticated by AuthCache.").owing(owed.get()));
            });
        } catch (NothingCachedException miss) {
            forget(login, miss.outdated);
            return judgedAndKept(login, answer);
        }
    }

    private UseCachedLogin use(Login login, CacheTerms terms) {
        KnownUser user = login.user();
        LoginCache.Found found = cache.search(user.login(), user.realm(), user.resolver(), login.typed(), terms);
        OptionalLong entry = found.entry();
        return new UseCachedLogin(entry.orElseThrow(() -> new NothingCachedException(found.outdated())), terms);
    }

    private void forget(Login login, List<Long> outdated) {
        if (!outdated.isEmpty()) {
            commands.sendQuietly(login.request(), new ForgetCachedLogins(outdated));
        }
    }

    /** What policies refuse in the end is not kept, nor the log-in of somebody who has to enrol a token first. */
    private Reply judgedAndKept(Login login, Function<Decision, Reply> answer) {
        AtomicBoolean accepted = new AtomicBoolean();
        Reply reply = judged(login, decision -> {
            accepted.set(decision.accepted()
                    && decision.owed() == null
                    && !ClaimOutcome.of(login.request()).isSuccess());
            return answer.apply(decision);
        });
        if (accepted.get()) {
            KnownUser user = login.user();
            String hash = cache.hash(login.typed());
            commands.sendQuietly(login.request(), new CacheLogin(user.login(), user.realm(), user.resolver(), hash));
        }
        return reply;
    }

    private Reply judged(Login login, Function<Decision, Reply> answer) {
        Supplier<CheckCredentials> attempts = evidence.attemptsOfUser(login.owner(), login.type(), login.attempt());
        if (!layers.concernsTokens(login.request())) {
            return judgedByTokens(login, attempts, answer);
        }
        try {
            return judgedByTokens(login, () -> withTokens(login, attempts.get()), answer);
        } catch (NoTokenException without) {
            return judgedWithoutTokens(login, answer);
        }
    }

    /** Of a type that he has no token of, a user may have none; only whoever has none at all is another matter. */
    private CheckCredentials withTokens(Login login, CheckCredentials command) {
        if (command.trials().isEmpty() && !evidence.hasTokens(login.owner())) {
            throw new NoTokenException();
        }
        return command;
    }

    private Reply judgedByTokens(Login login, Supplier<CheckCredentials> attempts, Function<Decision, Reply> answer) {
        Optional<String> excess = layers.excess(login.request(), login.user());
        return commands.sendFresh(
                login.request(), attempts, (Decision decision) -> answer.apply(limited(decision, excess)));
    }

    private Reply judgedWithoutTokens(Login login, Function<Decision, Reply> answer) {
        Optional<String> accepting = layers.acceptingWithoutToken(login.request(), login.user());
        if (accepting.isPresent()) {
            return letIn(
                    login, Decision.accepting("user has no token, accepted due to '" + accepting.get() + "'"), answer);
        }
        Optional<String> passing = layers.passingThrough(login.request(), login.user());
        if (passing.isPresent() && isPassword(login)) {
            Decision passed = Decision.accepting("against userstore due to '" + passing.get() + "'");
            return letIn(login, limited(passed, layers.excess(login.request(), login.user())), answer);
        }
        return judgedByClaim(login, answer);
    }

    /** Whoever comes too often does not even get as far as a claim. */
    private Reply judgedByClaim(Login login, Function<Decision, Reply> answer) {
        Supplier<CheckCredentials> judging = () -> evidence.ofUser(login.owner(), login.type(), login.attempt());
        boolean mayClaim =
                login.mayClaim() && layers.excess(login.request(), login.user()).isEmpty();
        Optional<Supplier<Optional<ClaimToken>>> claim =
                mayClaim ? claims.attempts(login.request(), login.user(), login.attempt()) : Optional.empty();
        if (claim.isEmpty()) {
            return judgedByTokens(login, judging, answer);
        }
        Supplier<Object> attempts =
                () -> claim.get().get().<Object>map(found -> found).orElseGet(judging);
        return commands.sendFresh(
                login.request(),
                attempts,
                (Object result) -> answer.apply(claims.settled(login.request(), login.user(), result)));
    }

    /** Who may have to enrol a token first is let in by a command, so that the token can be a part of it. */
    private Reply letIn(Login login, Decision decision, Function<Decision, Reply> answer) {
        if (login.attempt().terms().owedToken() == null || !decision.accepted()) {
            return answer.apply(decision);
        }
        AtomicReference<OwedToken> owed = new AtomicReference<>();
        Supplier<CheckCredentials> nothingToTry = () -> {
            CheckCredentials command = evidence.ofNoToken(login.owner(), login.attempt());
            owed.set(command.owed());
            return command;
        };
        return commands.sendFresh(
                login.request(), nothingToTry, (Decision none) -> answer.apply(decision.owing(owed.get())));
    }

    private boolean isPassword(Login login) {
        return !login.typed().isEmpty() && directory.passwordMatches(login.user(), login.typed());
    }

    private static Decision limited(Decision decision, Optional<String> excess) {
        return decision.accepted() && excess.isPresent() ? decision.refused(excess.get()) : decision;
    }

    /** The user has no token; an answer, not a fault, so that it needs no stack trace. */
    private static final class NoTokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NoTokenException() {
            super("The user has no token", null, false, false);
        }
    }

    /** There is no log-in to remember; an answer, not a fault, so that it needs no stack trace. */
    private static final class NothingCachedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Long> outdated;

        private NothingCachedException(List<Long> outdated) {
            super("No log-in is cached", null, false, false);
            this.outdated = outdated;
        }
    }
}
