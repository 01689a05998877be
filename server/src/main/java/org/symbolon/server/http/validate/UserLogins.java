package org.symbolon.server.http.validate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.symbolon.command.auth.CacheLogin;
import org.symbolon.command.auth.CacheTerms;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.ForgetCachedLogins;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginCache;
import org.symbolon.command.auth.StaleEvidenceException;
import org.symbolon.command.auth.UseCachedLogin;
import org.symbolon.command.secret.Secret;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.user.KnownUser;
import org.symbolon.server.user.UserDirectory;

/**
 * Decides about the log-in of a user, from the outside in: whether he was let in with the same before, whether it matters
 * that he has no token, whether he comes too often; and in the middle, what his tokens say.
 */
public class UserLogins {

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final LoginLayers layers;
    private final LoginCache cache;
    private final UserDirectory directory;

    public UserLogins(
            Evidence evidence,
            CommandDispatcher commands,
            LoginLayers layers,
            LoginCache cache,
            UserDirectory directory) {
        this.evidence = evidence;
        this.commands = commands;
        this.layers = layers;
        this.cache = cache;
        this.directory = directory;
    }

    /**
     * Somebody who wants in.
     *
     * @param type the type that his token must be of, empty for any
     */
    public record Login(ApiRequest request, KnownUser user, String type, LoginAttempt attempt) {

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
        try {
            return commands.sendFresh(login.request(), () -> use(login, terms), (Boolean used) -> {
                if (!used) {
                    throw StaleEvidenceException.ofCachedLogin();
                }
                return answer.apply(Decision.accepting("Authenticated by AuthCache."));
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

    /** What policies refuse in the end is not kept. */
    private Reply judgedAndKept(Login login, Function<Decision, Reply> answer) {
        AtomicBoolean accepted = new AtomicBoolean();
        Reply reply = judged(login, decision -> {
            accepted.set(decision.accepted());
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
        ApiRequest request = login.request();
        KnownUser user = login.user();
        boolean without = layers.concernsTokens(request) && !evidence.hasTokens(user.asOwner());
        Optional<String> accepting = without ? layers.acceptingWithoutToken(request, user) : Optional.empty();
        if (accepting.isPresent()) {
            return answer.apply(Decision.accepting("user has no token, accepted due to '" + accepting.get() + "'"));
        }
        Optional<String> excess = layers.excess(request, user);
        Optional<String> passing = without ? passing(login) : Optional.empty();
        if (passing.isPresent()) {
            Decision passed = Decision.accepting("against userstore due to '" + passing.get() + "'");
            return answer.apply(limited(passed, excess));
        }
        return commands.sendFresh(
                request,
                evidence.attemptsOfUser(user.asOwner(), login.type(), login.attempt()),
                (Decision decision) -> answer.apply(limited(decision, excess)));
    }

    private Optional<String> passing(Login login) {
        return layers.passingThrough(login.request(), login.user())
                .filter(policy -> !login.typed().isEmpty() && directory.passwordMatches(login.user(), login.typed()));
    }

    private static Decision limited(Decision decision, Optional<String> excess) {
        return decision.accepted() && excess.isPresent() ? decision.refused(excess.get()) : decision;
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
